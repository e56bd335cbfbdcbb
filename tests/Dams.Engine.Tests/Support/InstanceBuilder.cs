using System;
using System.Collections.Generic;

namespace Dams.Tests.Support;

/// <summary>An instance of somebody who does not exist, with what a test adds to it; elements stand in the order of their tags.</summary>
internal sealed class InstanceBuilder
{
    public const string UnknownClass = "1.2.826.0.1.3680043.2.1143.999";

    private readonly SortedDictionary<uint, Action<DatasetBuilder>> _elements = [];
    private readonly Syntax _syntax;
    private readonly string _sopClass;

    public InstanceBuilder(string sopClass = FileBuilder.CTImageStorage, Syntax? syntax = null)
    {
        (_sopClass, _syntax) = (sopClass, syntax ?? Syntax.ExplicitLittle);
        if (sopClass.Length > 0)
            Text("SOPClassUID", sopClass);
        Text("SOPInstanceUID", "1.2.3.4").Text("StudyInstanceUID", "1.2.3").Text("SeriesInstanceUID", "1.2.3.1");
        Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-4711").Text("PatientBirthDate", "19520817").Text("PatientSex", "F");
    }

    public InstanceBuilder Text(string attribute, string value, string? vr = null) =>
        Add(attribute, dataset => dataset.Text(attribute, value, vr));

    public InstanceBuilder Sequence(string attribute, params Action<DatasetBuilder>[] items) =>
        Add(attribute, dataset => dataset.Sequence(attribute, items));

    /// <summary>Adds an element, or another in place of one with the same tag.</summary>
    public InstanceBuilder Add(string attribute, Action<DatasetBuilder> write)
    {
        _elements[Reading.FileReading.TagOf(attribute)] = write;
        return this;
    }

    public InstanceBuilder Without(string attribute)
    {
        _elements.Remove(Reading.FileReading.TagOf(attribute));
        return this;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] Build() => FileBuilder.Build(_syntax, WriteTo, _sopClass.Length > 0 ? _sopClass : FileBuilder.CTImageStorage);

    /// <summary>The bytes of the dataset alone.</summary>
    public byte[] BuildDataset() => FileBuilder.Dataset(_syntax, WriteTo);

    private void WriteTo(DatasetBuilder dataset)
    {
        foreach (var write in _elements.Values)
            write(dataset);
    }
}

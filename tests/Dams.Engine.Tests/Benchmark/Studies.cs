using System;
using System.Collections.Generic;
using Dams.Tests.Support;

namespace Dams.Tests.Benchmark;

/// <summary>The examinations of a person: one instance or more of each kind, which refer to each other.</summary>
internal sealed class Studies(Person person, int number, Random random)
{
    private static readonly Syntax[] Syntaxes = [Syntax.ExplicitLittle, Syntax.ImplicitLittle, Syntax.ExplicitBig, Syntax.Deflated];

    public string Root { get; } = $"1.2.276.0.7230010.3.{1000 + number}";

    public string StudyUid => Root + ".1";

    public string FrameOfReference => Root + ".9";

    /// <summary>The UID of an instance of a kind.</summary>
    public string Instance(string modality, int index = 1) => $"{Series(modality)}.{index}";

    public string Series(string modality)
    {
        var kind = 0;
        foreach (var letter in modality)
            kind = kind * 31 + letter;
        return $"{Root}.1.{kind}";
    }

    public IEnumerable<PlantedInstance> All()
    {
        yield return Make("CT", FileBuilder.CTImageStorage, 1, item => Images.CT(item, this));
        yield return Make("CT", FileBuilder.CTImageStorage, 2, item => Images.CT(item, this));
        yield return Make("MR", "1.2.840.10008.5.1.4.1.1.4", 1, item => Images.MR(item, this));
        yield return Make("PT", "1.2.840.10008.5.1.4.1.1.128", 1, item => Images.PT(item, this));
        yield return Make("US", "1.2.840.10008.5.1.4.1.1.3.1", 1, item => Ultrasound.WithRegions(item));
        yield return Make("US", "1.2.840.10008.5.1.4.1.1.6.1", 2, item => Ultrasound.Single(item));
        yield return Make("DX", "1.2.840.10008.5.1.4.1.1.1.1", 1, item => Images.DX(item));
        yield return Make("MG", "1.2.840.10008.5.1.4.1.1.1.2", 1, item => Images.MG(item));
        yield return Make("CT", "1.2.840.10008.5.1.4.1.1.2.1", 3, item => Enhanced.CT(item, this));
        yield return Make("MR", "1.2.840.10008.5.1.4.1.1.4.1", 2, item => Enhanced.MR(item, this));
        yield return Make("SR", "1.2.840.10008.5.1.4.1.1.88.33", 1, item => Documents.SR(item, this));
        yield return Make("PR", "1.2.840.10008.5.1.4.1.1.11.1", 1, item => Documents.PR(item, this));
        yield return Make("SEG", "1.2.840.10008.5.1.4.1.1.66.4", 1, item => Enhanced.SEG(item, this));
        yield return Make("RTSTRUCT", "1.2.840.10008.5.1.4.1.1.481.3", 1, item => Documents.RTStruct(item, this));
    }

    private PlantedInstance Make(string modality, string sopClass, int index, Action<PlantedItem> write)
    {
        var checks = new List<Check>();
        var item = new PlantedItem(person, random, checks);
        var uid = Instance(modality, index);
        item.Stays("Modality", modality).Stays("SOPClassUID", sopClass).Uid("SOPInstanceUID", uid).Uid("SeriesInstanceUID", Series(modality))
            .Uid("StudyInstanceUID", StudyUid).Stays("InstanceNumber", $"{index}");
        CommonModules.Write(item);
        write(item);
        var syntax = Syntaxes[random.Next(Syntaxes.Length)];
        item.Expect(Category.UidConsistent, "MediaStorageSOPInstanceUID", output =>
            Support.Reading.FileReading.Find(output.File.Meta, "MediaStorageSOPInstanceUID") is { } meta && output.Uids.Agrees(uid, meta.Text));
        return new PlantedInstance($"{modality} {index} of {number}", person, uid, FileBuilder.Build(syntax, item.WriteTo, sopClass, uid), checks);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Reporting;

namespace Dams;

/// <summary>Lists the elements of a file.</summary>
public static class ElementListing
{
    /// <summary>Bytes of the longest text or array of numbers that is shown.</summary>
    private const int MaximumShown = 64 * 1024;

    /// <summary>The tags that keywords or tags name.</summary>
    /// <exception cref="DamsException">One names none.</exception>
    public static IReadOnlyCollection<Tag> ParseTags(IEnumerable<string> attributes) => attributes
        .Select(attribute => DataDictionary.TryFind(attribute, out var tag) ? tag : throw DicomErrors.UnknownAttribute(attribute))
        .ToArray();

    /// <summary>The elements of a file, its file meta information first.</summary>
    /// <param name="source">The file.</param>
    /// <param name="wanted">The tags to list; all where it is empty.</param>
    /// <param name="recurse">Whether to list what is inside sequences.</param>
    public static IReadOnlyList<DicomElement> Read(
        SourceFile source, IReadOnlyCollection<Tag> wanted, bool recurse, RunContext context)
    {
        var elements = new List<DicomElement>();
        try
        {
            using var file = DicomFile.Open(source.Path, cancellation: context.Cancellation);
            foreach (var tree in new[] { file.Meta, file.Dataset })
                Add(elements, source.Path, file, tree, wanted, recurse);
        }
        catch (Exception e) when (SourceErrors.Translate(e) is { } error)
        {
            context.Listener.Fail(new FileFailure($"File {source.Number}", source.Path, error));
        }
        return elements;
    }

    private static void Add(
        List<DicomElement> elements, string path, DicomFile file, ElementTree tree, IReadOnlyCollection<Tag> wanted, bool recurse)
    {
        var paths = new ElementPaths(tree);
        for (var i = 0; i < tree.Count; i = recurse ? i + 1 : tree[i].Next)
        {
            file.Source.Cancellation.ThrowIfCancellationRequested();
            var element = tree[i];
            if (element.IsItem || (wanted.Count > 0 && !wanted.Contains(element.Tag)))
                continue;
            elements.Add(new DicomElement(
                path,
                element.Tag.ToString(),
                DataDictionary.KeywordOf(element.Tag),
                element.Vr.ToString(),
                element.ValueLength,
                ValueOf(file, tree, i),
                paths.PathOf(i)));
        }
    }

    private static object? ValueOf(DicomFile file, ElementTree tree, int index)
    {
        var element = tree[index];
        if (element.IsSequence)
            return ItemCount(tree, index);
        if (element.ValueLength == 0 || element.ValueLength > MaximumShown)
            return null;
        object[] values = ValueReader.VrOf(element).IsText
            ? file.Values.Texts(tree, index)
            : file.Values.Numbers(element).ToArray();
        return values.Length switch
        {
            0 => null,
            1 => values[0],
            _ => values,
        };
    }

    private static int ItemCount(ElementTree tree, int sequence)
    {
        var count = 0;
        for (var i = tree.FirstIn(sequence); i < tree.EndOf(sequence); i = tree[i].Next)
            count++;
        return count;
    }
}

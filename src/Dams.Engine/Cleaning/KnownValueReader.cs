using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;
using Dams.Dicom.Reading;

namespace Dams.Cleaning;

/// <summary>Reads the values of an instance, at any depth, that can stand in its texts too.</summary>
internal static class KnownValueReader
{
    // Longer than any value representation of identifiers allows; a text of that length is no value to look for.
    private const int MaximumLength = 1024;

    // Of DT, what comes before the time.
    private const int DateLength = 8;

    private static readonly SortedDictionary<uint, KnownValueKind> Table = Load();
    private static readonly TagIndex Index = new([.. Table.Keys]);
    private static readonly KnownValueKind[] Kinds = [.. Table.Values];

    /// <summary>The values of a file, each once.</summary>
    /// <exception cref="DamsException">There are more of them than <see cref="ReadLimits.KnownValues"/>.</exception>
    public static IReadOnlyList<KnownValue> Read(DicomFile file)
    {
        var values = new List<KnownValue>();
        var seen = new HashSet<KnownValue>();
        var tree = file.Dataset;
        for (var i = 0; i < tree.Count; i++)
        {
            file.Source.Cancellation.ThrowIfCancellationRequested();
            ref readonly var element = ref tree[i];
            if (element.IsItem || element.IsSequence || element.ValueLength is 0 or > MaximumLength
                || KindOf(element) is not { } kind)
            {
                continue;
            }
            foreach (var text in file.Values.Texts(tree, i))
            {
                var value = new KnownValue(kind, kind == KnownValueKind.Date && text.Length > DateLength ? text.Substring(0, DateLength) : text);
                if (seen.Add(value))
                    values.Add(value);
            }
            if (values.Count > ReadLimits.KnownValues)
                throw DicomErrors.PassesLimit($"{ReadLimits.KnownValues} names, numbers and dates to look for in its texts");
        }
        return values;
    }

    private static KnownValueKind? KindOf(in Element element)
    {
        var listed = Index.Find(element.Tag);
        if (listed >= 0)
            return Kinds[listed];
        var vr = ValueReader.VrOf(element);
        return vr == Vr.PN ? KnownValueKind.Name : vr == Vr.DA || vr == Vr.DT ? KnownValueKind.Date : null;
    }

    private static SortedDictionary<uint, KnownValueKind> Load()
    {
        var table = new SortedDictionary<uint, KnownValueKind>();
        foreach (var words in EmbeddedText.Lines("known-values.txt").Select(line => line.Split(' ')))
        {
            table.Add(Tag.Parse(words[0]).Value, (KnownValueKind)Enum.Parse(typeof(KnownValueKind), words[1]));
        }
        return table;
    }
}

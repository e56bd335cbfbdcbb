using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Dams.Core;
using Dams.Core.Compatibility;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Cleaning;

/// <summary>Reads the values of an instance, at any depth, that can stand in its texts too.</summary>
internal static class KnownValueReader
{
    /// <summary>Bytes: longer than any value representation of identifiers allows; a text of that length is no value to look for.</summary>
    public const int MaximumLength = 1024;

    // Of DT, what comes before the time.
    private const int DateLength = 8;

    // Manufacturer, Manufacturer's Model Name, Software Versions: a word that stands there names no place and no patient.
    private static readonly Tag[] Technical = [new(0x00080070), new(0x00081090), new(0x00181020)];

    // PatientID, OtherPatientIDs: some systems put the name of a patient where the number belongs.
    private static readonly Tag[] Patients = [new(0x00100020), new(0x00101000)];

    private static readonly SortedDictionary<uint, KnownValueKind> Table = Load();
    private static readonly TagIndex Index = new([.. Table.Keys]);
    private static readonly KnownValueKind[] Kinds = [.. Table.Values];

    /// <summary>The values of a file, each once.</summary>
    /// <exception cref="DamsException">There are more of them than <see cref="ReadLimits.KnownValues"/>.</exception>
    [MethodImpl(HotPath.Options)]
    public static IReadOnlyList<KnownValue> Read(DicomFile file)
    {
        var values = new List<KnownValue>();
        var seen = new HashSet<KnownValue>();
        var tree = file.Dataset;
        for (var i = 0; i < tree.Count; i++)
        {
            file.Source.Cancellation.ThrowIfCancellationRequested();
            ref readonly var element = ref tree[i];
            if (!HoldsShortValue(element) || KindOf(element) is not { } kind)
                continue;
            foreach (var text in TextsOf(file, i))
            {
                Add(new KnownValue(kind, kind == KnownValueKind.Date && text.Length > DateLength ? text.Substring(0, DateLength) : text));
                if (Array.IndexOf(Patients, element.Tag) >= 0 && !text.Any(char.IsDigit))
                    Add(new KnownValue(KnownValueKind.Name, text));
            }
            if (values.Count > ReadLimits.KnownValues)
                throw DicomErrors.PassesLimit($"{ReadLimits.KnownValues} names, numbers and dates to look for in its texts");
        }
        RemoveTechnical(file, values);
        return values;

        void Add(KnownValue value)
        {
            if (seen.Add(value))
                values.Add(value);
        }
    }

    /// <summary>Whether the value of an element decides about what <see cref="Read"/> gives.</summary>
    public static bool Decides(in Element element) =>
        element.Tag == KnownTag.SpecificCharacterSet || Array.IndexOf(Technical, element.Tag) >= 0
        || (HoldsShortValue(element) && KindOf(element) is not null);

    /// <summary>What the value of a listed attribute is; null for one that is not listed.</summary>
    public static KnownValueKind? KindOf(Tag tag) => Index.Find(tag) is >= 0 and var listed ? Kinds[listed] : null;

    /// <summary>What the value of an element is; null for none to look for.</summary>
    [MethodImpl(HotPath.Options)]
    public static KnownValueKind? KindOf(in Element element)
    {
        var listed = Index.Find(element.Tag);
        if (listed >= 0)
            return Kinds[listed];
        // A name is a name whatever value representation the file gives it.
        return KindOf(ValueReader.VrOf(element)) ?? (element.Tag.IsPrivate ? null : KindOf(DataDictionary.VrOf(element.Tag)));
    }

    /// <summary>Whether an element has a value that is not too long to be looked for.</summary>
    public static bool HoldsShortValue(in Element element) =>
        !element.IsItem && !element.IsSequence && element.ValueLength is > 0 and <= MaximumLength;

    private static KnownValueKind? KindOf(Vr vr) =>
        vr == Vr.PN ? KnownValueKind.Name : vr == Vr.DA || vr == Vr.DT ? KnownValueKind.Date : null;

    /// <summary>The values of an element, read by the dictionary's value representation where the file's has other characters.</summary>
    [MethodImpl(HotPath.Options)]
    private static string[] TextsOf(DicomFile file, int index)
    {
        var vr = ValueReader.VrOf(file.Dataset[index]);
        var defined = DataDictionary.VrOf(file.Dataset[index].Tag);
        return vr == defined || vr.UsesCharacterSet || !defined.IsText
            ? file.Values.Texts(file.Dataset, index)
            : Array.ConvertAll(file.Values.Text(file.Dataset, index, defined).Split('\\'), value => value.Trim(' ', '\0'));
    }

    /// <summary>Removes names of devices and systems that are those of products, as makers give them.</summary>
    private static void RemoveTechnical(DicomFile file, List<KnownValue> values)
    {
        if (!values.Exists(MayBeProduct))
            return;
        var words = new HashSet<string>(
            Technical.SelectMany(tag => new TokenizedText(file.Values.Text(tag)).Tokens).Select(token => token.Folded), StringComparer.Ordinal);
        values.RemoveAll(value => MayBeProduct(value) && new TokenizedText(value.Text).Tokens.All(token => words.Contains(token.Folded)));

        static bool MayBeProduct(KnownValue value) =>
            value.Kind is KnownValueKind.Identifier or KnownValueKind.Device or KnownValueKind.Phrase && !value.Text.Any(char.IsDigit);
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

using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Dicom.Text;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>What the output says of its own de-identification (PS3.15 section E.1.1, PS3.3 section C.12.1.1.5).</summary>
internal static class DeidentificationAttributes
{
    private static readonly MethodCode CleanPixelData = MethodCode.ForOption(ProfileOption.CleanPixelData);

    /// <summary>What a value of (0012,0063) De-identification Method says.</summary>
    public static string Method { get; } = $"Dams {EngineVersion.Text}: PS3.15 2025e annex E";

    /// <summary>Whether an element is the De-identification Method, which is cleaned when these attributes are written.</summary>
    public static bool Rewrites(DeidentificationContext context, int index) => context.Tree[index].Tag == KnownTag.DeidentificationMethod
        && context.Profile.FollowsStandard && context.Tree.Find(KnownTag.DeidentificationMethod) == index;

    /// <param name="isPixelDataClean">Whether no text is suspected in the image. Where it is, the output does not name the option that takes it out.</param>
    public static void Write(DeidentificationContext context, bool isPixelDataClean)
    {
        var (file, edits) = (context.File, context.Edits);
        Set(file, edits, KnownTag.PatientIdentityRemoved, Vr.CS, "YES");
        SetMethod(context);
        SetCodes(file, edits, isPixelDataClean ? context.Profile.Codes : [.. context.Profile.Codes.Where(code => code != CleanPixelData)], isPixelDataClean);
        Set(file, edits, KnownTag.LongitudinalTemporalInformationModified, Vr.CS, context.Profile.TemporalInformation);
    }

    private static void Set(DicomFile file, EditList edits, Tag tag, Vr vr, string value)
    {
        var index = file.Dataset.Find(tag);
        if (index < 0)
        {
            edits.Insert(ElementTree.Root, tag, (buffer, form) => buffer.Write(form, tag, vr, value));
            return;
        }
        // A rule of the user may have changed this element too.
        edits.Cancel(index);
        edits.Replace(index, Encodings.Ascii.GetBytes(value), vr.Padding);
        // A second element with this tag could contradict the first.
        for (var i = file.Dataset[index].Next; i < file.Dataset.Count; i = file.Dataset[i].Next)
        {
            if (file.Dataset[i].Tag != tag)
                continue;
            edits.Cancel(i);
            edits.Remove(i);
        }
    }

    private static void SetMethod(DeidentificationContext context)
    {
        var (file, edits) = (context.File, context.Edits);
        var earlier = file.Dataset.Find(KnownTag.DeidentificationMethod);
        var methods = earlier < 0 ? [] : new List<string>(file.Values.Texts(file.Dataset, earlier));
        if (earlier < 0)
        {
            Set(file, edits, KnownTag.DeidentificationMethod, Vr.LO, Method);
            return;
        }
        // The earlier values, which say who de-identified before, keep their bytes; only values of the patient are removed.
        var bytes = Cleaned(context, earlier, methods);
        var kept = bytes.Length;
        while (kept > 0 && bytes[kept - 1] is (byte)' ' or 0)
            kept--;
        var added = methods.Contains(Method) ? [] : Encodings.Ascii.GetBytes((kept > 0 ? "\\" : "") + Method);
        var value = new byte[kept + added.Length];
        bytes.AsSpan(0, kept).CopyTo(value);
        added.CopyTo(value, kept);
        edits.Replace(earlier, value, Vr.LO.Padding);
    }

    private static byte[] Cleaned(DeidentificationContext context, int index, List<string> methods)
    {
        var cleaned = methods.ConvertAll(method => context.Cleaner.Clean(method, TextTreatment.Known, Vr.LO.MaximumCharacters).Text);
        if (cleaned.SequenceEqual(methods))
            return context.File.Values.Bytes(context.Tree[index]);
        var set = context.File.Values.CharacterSetOf(context.Tree, ElementTree.Root);
        return set.TryEncode(string.Join("\\", cleaned), out var bytes) ? bytes : [];
    }

    private static void SetCodes(DicomFile file, EditList edits, IReadOnlyList<MethodCode> codes, bool isPixelDataClean)
    {
        var sequence = file.Dataset.Find(KnownTag.DeidentificationMethodCodeSequence);
        if (sequence < 0 || edits.IsChanged(sequence))
        {
            edits.Insert(ElementTree.Root, KnownTag.DeidentificationMethodCodeSequence, (buffer, form) =>
            {
                buffer.BeginSequence(form, KnownTag.DeidentificationMethodCodeSequence);
                foreach (var code in codes)
                    WriteItem(buffer, form, code);
                buffer.End(form);
            });
            return;
        }
        var known = EarlierCodes(file, sequence);
        // Who de-identified before said it of an image in which text is suspected now.
        if (!isPixelDataClean)
            RemoveCode(file, edits, sequence, CleanPixelData);
        foreach (var code in codes)
        {
            if (!known.Contains(code.Value))
                edits.AppendItem(sequence, (buffer, form) => WriteItem(buffer, form, code));
        }
    }

    private static HashSet<string> EarlierCodes(DicomFile file, int sequence)
    {
        var codes = new HashSet<string>();
        var tree = file.Dataset;
        for (var item = tree.FirstIn(sequence); item < tree.EndOf(sequence); item = tree[item].Next)
        {
            var value = tree.Find(KnownTag.CodeValue, item);
            if (value >= 0)
                codes.Add(file.Values.Text(tree, value));
        }
        return codes;
    }

    private static void RemoveCode(DicomFile file, EditList edits, int sequence, MethodCode code)
    {
        var tree = file.Dataset;
        for (var item = tree.FirstIn(sequence); item < tree.EndOf(sequence); item = tree[item].Next)
        {
            var value = tree.Find(KnownTag.CodeValue, item);
            if (value >= 0 && file.Values.Text(tree, value) == code.Value)
                edits.Remove(item);
        }
    }

    private static void WriteItem(ElementBuffer buffer, ElementForm form, MethodCode code)
    {
        buffer.BeginItem(form);
        buffer.Write(form, KnownTag.CodeValue, Vr.SH, code.Value);
        buffer.Write(form, KnownTag.CodingSchemeDesignator, Vr.SH, "DCM");
        buffer.Write(form, KnownTag.CodeMeaning, Vr.LO, code.Meaning);
        buffer.End(form);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Dicom.Text;

namespace Dams.Deidentification.Pixels;

/// <summary>What (0028,0301) Burned In Annotation says in the output (PS3.3 section C.7.6.1).</summary>
internal static class BurnedInAnnotation
{
    private static readonly Lazy<HashSet<string>> Requiring = new(() =>
        new HashSet<string>(EmbeddedText.Lines("burned-in-annotation-classes.txt"), StringComparer.Ordinal));

    /// <summary>Says that nothing is burned in: all of the image is accounted for.</summary>
    public static void Deny(DicomFile file, EditList edits)
    {
        var isThere = false;
        foreach (var index in Occurrences(file))
        {
            edits.Cancel(index);
            // A second element with this tag could contradict the first.
            if (isThere)
                edits.Remove(index);
            else
                edits.Replace(index, Encodings.Ascii.GetBytes("NO"), Vr.CS.Padding);
            isThere = true;
        }
        if (!isThere)
        {
            edits.Insert(ElementTree.Root, KnownTag.BurnedInAnnotation, (buffer, form) =>
                buffer.Write(form, KnownTag.BurnedInAnnotation, Vr.CS, "NO"));
        }
    }

    /// <summary>Takes back a NO. Where the class requires a value, YES is the one that nobody relies on.</summary>
    public static void Withdraw(DicomFile file, string sopClassUid, EditList edits)
    {
        foreach (var index in Occurrences(file))
        {
            if (!IsNo(file.Values.Text(file.Dataset, index)) && !edits.IsChanged(index))
                continue;
            edits.Cancel(index);
            if (Requiring.Value.Contains(sopClassUid))
                edits.Replace(index, Encodings.Ascii.GetBytes("YES"), Vr.CS.Padding);
            else
                edits.Remove(index);
        }
    }

    private static bool IsNo(string text) => text.Split('\\').Any(value => value.Trim().Equals("NO", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<int> Occurrences(DicomFile file)
    {
        var tree = file.Dataset;
        for (var i = tree.FirstIn(ElementTree.Root); i < tree.EndOf(ElementTree.Root); i = tree[i].Next)
        {
            if (tree[i].Tag == KnownTag.BurnedInAnnotation)
                yield return i;
        }
    }
}

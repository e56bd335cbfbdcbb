using System;
using System.Collections.Generic;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels;

/// <summary>(0018,6011) Sequence of Ultrasound Regions (PS3.3 section C.8.5.5): where an ultrasound image shows tissue.</summary>
internal static class UltrasoundRegions
{
    /// <summary>
    /// The bands above and below all regions. None where the regions leave no band above them: then they do not show
    /// where the text is.
    /// </summary>
    public static IReadOnlyList<(int Left, int Top, int Right, int Bottom)> Outside(DicomFile file, FrameLayout layout)
    {
        var tree = file.Dataset;
        var sequence = tree.Find(KnownTag.SequenceOfUltrasoundRegions);
        if (sequence < 0)
            return [];
        var (top, bottom) = (layout.Rows, 0);
        for (var item = tree.FirstIn(sequence); item < tree.EndOf(sequence); item = tree[item].Next)
        {
            top = Math.Min(top, Number(file, item, KnownTag.RegionLocationMinY0, layout.Rows));
            bottom = Math.Max(bottom, Number(file, item, KnownTag.RegionLocationMaxY1, 0));
        }
        if (top <= layout.Rows / 50 || top >= bottom)
            return [];
        return [(0, 0, layout.Columns, top), (0, Math.Min(bottom + 1, layout.Rows), layout.Columns, layout.Rows)];
    }

    private static int Number(DicomFile file, int item, Tag tag, int fallback)
    {
        var index = file.Dataset.Find(tag, item);
        var numbers = index < 0 ? [] : file.Values.Numbers(file.Dataset[index]);
        return numbers.Count > 0 && numbers[0] is uint number and <= int.MaxValue ? (int)number : fallback;
    }
}

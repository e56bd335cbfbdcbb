using System.Collections.Generic;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Segmentations;

/// <summary>Writes numbers as US.</summary>
internal static class NumberWriting
{
    public static void WriteNumbers(this ElementBuffer buffer, ElementForm form, Tag tag, IReadOnlyList<ushort> numbers)
    {
        var bytes = new ElementBuffer();
        foreach (var number in numbers)
            bytes.WriteUInt16(form, number);
        buffer.Write(form, tag, Vr.US, bytes.Written);
    }
}

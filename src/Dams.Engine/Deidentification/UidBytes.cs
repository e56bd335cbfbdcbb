using System.Text.RegularExpressions;
using Dams.Cleaning;
using Dams.Dicom.Reading;
using Dams.Dicom.Text;

namespace Dams.Deidentification;

/// <summary>Looks for UIDs of the instance in bytes that are no text.</summary>
internal static class UidBytes
{
    // Longer tables are numbers.
    private const int LongestSearched = 1024 * 1024;

    private const int Shortest = 10;

    /// <summary>Whether a UID that the instance has elsewhere, and that the profile replaces there, stands in a value.</summary>
    public static bool ExistIn(DeidentificationContext context, in Element element)
    {
        if (element.ValueLength > LongestSearched)
            return false;
        var bytes = context.File.Values.Bytes(element);
        var run = 0;
        for (var i = 0; i <= bytes.Length; i++)
        {
            if (i < bytes.Length && bytes[i] is >= (byte)'0' and <= (byte)'9' or (byte)'.')
            {
                run++;
                continue;
            }
            if (run >= Shortest && IsOfInstance(context, Encodings.Latin1.GetString(bytes, i - run, run)))
                return true;
            run = 0;
        }
        return false;
    }

    private static bool IsOfInstance(DeidentificationContext context, string digits)
    {
        foreach (Match match in UidForm.Pattern.Matches(digits))
        {
            if (context.InstanceUids.Contains(match.Value))
                return true;
        }
        return false;
    }
}

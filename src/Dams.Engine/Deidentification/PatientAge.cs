using System.Globalization;
using Dams.Dicom.Text;

namespace Dams.Deidentification;

/// <summary>Ages that few reach: above 89 years they are one group (45 CFR 164.514(b)(2)(i)(C), HIPAA Safe Harbor).</summary>
internal static class PatientAge
{
    private const int HighestTold = 89;
    private const string Above = "090Y";

    /// <summary>(0010,1010) Patient's Age.</summary>
    public static readonly Tag Attribute = new(0x00101010);

    /// <summary>Writes 90 years for a higher age.</summary>
    public static void Cap(DeidentificationContext context, int index)
    {
        if (context.Tree[index].Tag != Attribute)
            return;
        var age = context.File.Values.Text(context.Tree, index, Vr.AS).Trim(' ', '\0');
        if (IsHigh(age))
            context.Edits.Replace(index, Encodings.Ascii.GetBytes(Above), Vr.AS.Padding);
    }

    /// <summary>Whether an age as AS writes it tells more than that it is above 89 years.</summary>
    public static bool IsHigh(string age) => age.Length > 1 && age[age.Length - 1] == 'Y' && age != Above
        && int.TryParse(age.Substring(0, age.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years > HighestTold;
}

using System.Globalization;

namespace Dams.Network.Media;

/// <summary>Where an instance lies in a media directory: names of at most eight characters, as ISO 9660 has them (PS3.10 section 8.2).</summary>
internal sealed record MediaFile(int Patient, int Study, int Series, int Instance)
{
    /// <summary>The names from the root on.</summary>
    public string[] Names =>
        ["DICOM", Name("P", Patient), Name("T", Study), Name("S", Series), Name("I", Instance)];

    private static string Name(string letter, int number) => letter + number.ToString("D7", CultureInfo.InvariantCulture);
}

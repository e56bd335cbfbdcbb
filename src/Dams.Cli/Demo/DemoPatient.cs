using System.Collections.Generic;
using System.Globalization;

namespace Dams.Cli.Demo;

/// <summary>Somebody who does not exist.</summary>
/// <param name="UidRoot">What all UIDs of the patient start with; the Study Instance UID itself.</param>
/// <param name="ListedID">The new PatientID that the patient list gives; empty where it is derived.</param>
/// <param name="ListedName">The new PatientName that the patient list gives.</param>
/// <param name="ListedBirthDate">The new birth date that the patient list gives.</param>
internal sealed record DemoPatient(
    string PatientID,
    string PatientName,
    string PatientBirthDate,
    string PatientSex,
    string StudyDate,
    string Referrer,
    string UidRoot,
    string ListedID,
    string ListedName,
    string ListedBirthDate,
    IReadOnlyList<DemoLesion> Lesions)
{
    public static IReadOnlyList<DemoPatient> All { get; } =
    [
        new("MRN-0001", "Muster^Erika", "19520817", "F", "20240311", "Beispiel^Arzt", "2.25.1000",
            "M01", "MAV-M01", "1952-01-01", [new(16, 0, 20, 6, 12), new(-20, 12, 32, 5, 10)]),
        new("MRN-0002", "Hong^Gildong=洪^吉洞=홍^길동", "19610423", "M", "20240402", "Beispiel^Arzt", "2.25.1001",
            "", "", "", [new(4, -18, 26, 8, 14)]),
    ];

    /// <summary>The name as people type it.</summary>
    public string WrittenName => PatientName.Split('=')[0].Replace('^', ' ');

    /// <summary>A date as logs and lists write it.</summary>
    public static string Iso(string date) => string.Create(CultureInfo.InvariantCulture, $"{date[..4]}-{date[4..6]}-{date[6..]}");

    public string SeriesUid(int series) => $"{UidRoot}.{series}";
}

using System.Collections.Generic;

namespace Dams.Cli.Demo;

/// <summary>Somebody who does not exist.</summary>
internal sealed record DemoPatient(
    string PatientID, string PatientName, string PatientBirthDate, string PatientSex, string StudyDate, string Referrer)
{
    public static IReadOnlyList<DemoPatient> All { get; } =
    [
        new("MRN-0001", "Muster^Erika", "19520817", "F", "20240311", "Beispiel^Arzt"),
        new("MRN-0002", "Hong^Gildong=洪^吉洞=홍^길동", "19610423", "M", "20240402", "Beispiel^Arzt"),
    ];
}

using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Accuracy.Scoring;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>dcmodify with the lines that people write into scripts.</summary>
internal sealed class DcmtkTool(string command, StandardTables tables) : ITool
{
    private static readonly string[] Replaced =
    [
        "PatientName=ANON", "PatientID=0001", "PatientBirthDate=", "AccessionNumber=", "StudyID=", "ReferringPhysicianName=",
        "StudyDate=", "StudyTime=",
    ];
    private static readonly string[] Erased =
    [
        "OtherPatientIDs", "OtherPatientNames", "PatientMotherBirthName", "PatientBirthName", "PatientAddress",
        "PatientTelephoneNumbers", "IssuerOfPatientID", "InstitutionName",
        "InstitutionAddress", "InstitutionalDepartmentName", "PerformingPhysicianName", "OperatorsName", "PhysiciansOfRecord",
        "NameOfPhysiciansReadingStudy", "StationName",
        "DeviceSerialNumber", "AdmissionID", "RequestingPhysician", "RequestingService", "PatientComments", "ImageComments",
        "StudyDescription", "SeriesDescription", "ProtocolName",
        "Occupation", "EthnicGroup", "PatientReligiousPreference", "RegionOfResidence", "CountryOfResidence",
        "MedicalRecordLocator", "SeriesDate", "AcquisitionDate", "ContentDate",
        "PatientAge", "RequestAttributesSequence", "OtherPatientIDsSequence",
    ];

    public string Name => "dcmodify";

    public IReadOnlyList<ProfileKind> Profiles { get; } = [ProfileKind.Basic];

    public string Run(string source, string destination, ProfileKind profile) => FileByFile.Run(source, destination, (path, target) =>
    {
        File.Copy(path, target);
        return Command.Run(
            command,
            [
                "-nb", "-ie", "-imt", "-ep", "-gst", "-gse", "-gin",
                .. Replaced.SelectMany(line => new[] { "-ma", Named(line) }),
                .. Erased.SelectMany(line => new[] { "-ea", Named(line) }),
                target,
            ]);
    });

    // Its dictionary has other names for what is retired.
    private string Named(string line)
    {
        var parts = line.Split('=');
        var tag = tables.Named(parts[0]).Tag;
        return $"({tag[..4]},{tag[4..]}){line[parts[0].Length..]}";
    }
}

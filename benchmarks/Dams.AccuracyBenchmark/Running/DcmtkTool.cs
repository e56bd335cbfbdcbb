using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Accuracy.Scoring;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>dcmodify with the lines that people write into scripts.</summary>
internal sealed class DcmtkTool(string command) : ITool
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
                .. Replaced.SelectMany(line => new[] { "-ma", line }),
                .. Erased.SelectMany(line => new[] { "-ea", line }),
                target,
            ]);
    });
}

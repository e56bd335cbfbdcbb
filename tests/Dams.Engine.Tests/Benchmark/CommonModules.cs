using System;
using System.Globalization;

namespace Dams.Tests.Benchmark;

/// <summary>Patient, study, series and equipment, as most instances have them (PS3.3 section C.7).</summary>
internal static class CommonModules
{
    public static void Write(PlantedItem item)
    {
        var person = item.Person;
        if (person.Alphabet.Name.Length > 0)
            item.Stays("SpecificCharacterSet", person.Alphabet.Name);
        Patient(item, person);
        Study(item, person);
        Equipment(item, person);
        if (item.Random.Next(2) == 0)
            Order(item, person);
        if (item.Random.Next(2) == 0)
            Private(item, person);
    }

    private static void Patient(PlantedItem item, Person person)
    {
        item.Secret("PatientName", person.Name, hasToHold: true)
            .Secret("PatientID", person.PatientID, hasToHold: true)
            .Secret("PatientBirthDate", person.Birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            .Stays("PatientSex", person.Sex)
            .Stays("PatientWeight", $"{item.Random.Next(45, 110)}")
            .Stays("PatientSize", "1.7")
            .Secret("PatientAddress", person.Address)
            .Secret("PatientTelephoneNumbers", person.Phone)
            .Expect(Category.PatIdConsistent, "PatientID", output => output.Text("PatientID") == Pseudonym(output));
        if (item.Random.Next(3) == 0)
            item.Secret("OtherPatientIDs", person.OtherID).Secret("PatientBirthName", "Vormals^Niemand");
        if (item.Random.Next(3) == 0)
            item.Put("OtherPatientIDsSequence", dataset => dataset.Sequence("OtherPatientIDsSequence", other => other.Text("PatientID", person.OtherID[..2] + "NESTED-77")))
                .Expect(Category.TextRemoved, "OtherPatientIDsSequence", output => !output.Holds("NESTED-77"));
    }

    private static string Pseudonym(Output output) =>
        Dams.Subjects.SubjectIds.DefaultPrefix is { } prefix && output.Text("PatientID").StartsWith(prefix, StringComparison.Ordinal)
            ? output.Uids.Subject(output.Person, output.Text("PatientID"))
            : "none";

    private static void Study(PlantedItem item, Person person)
    {
        item.Date("StudyDate").Date("SeriesDate").Date("ContentDate", item.Random.Next(3)).Present("StudyTime", "235912.123").Present("ContentTime", "000103")
            .Secret("AccessionNumber", person.Accession)
            .Secret("ReferringPhysicianName", person.Physician)
            .Secret("OperatorsName", person.Operator)
            .Free("StudyDescription").Free("SeriesDescription").Free("ProtocolName")
            .Present("SeriesNumber", $"{item.Random.Next(1, 30)}");
        if (item.Random.Next(2) == 0)
            item.Free("ImageComments").Free("AdditionalPatientHistory").Secret("PhysiciansOfRecord", "Aktenmann^Egon");
    }

    private static void Equipment(PlantedItem item, Person person) => item
        .Stays("Manufacturer", "Imaginary Imaging").Stays("ManufacturerModelName", "Phantom 3000").Stays("SoftwareVersions", "syngo VA12A")
        .Stays("DeviceSerialNumber", "55501").Secret("InstitutionName", person.Institution).Secret("InstitutionAddress", "Nirgendwogasse 99")
        .Secret("InstitutionalDepartmentName", "Radiology Tower Nonexistia");

    private static void Order(PlantedItem item, Person person) => item
        .Sequence("RequestAttributesSequence", request => request
            .Free("ScheduledProcedureStepDescription").Free("RequestedProcedureDescription")
            .Secret("RequestedProcedureID", "RP-" + person.Accession, hasToHold: false))
        .Code("ProcedureCodeSequence", "P5-09051", "SRT", "Magnetic resonance imaging guidance")
        .Secret("RequestingPhysician", person.Physician)
        .Date("PerformedProcedureStepStartDate").Free("PerformedProcedureStepDescription");

    /// <summary>A block that is safe by PS3.15 table E.3.10-1, and one that nobody knows.</summary>
    private static void Private(PlantedItem item, Person person) => item
        .Put("0019,0010", dataset => dataset.Text("0019,0010", "GEMS_ACQU_01", "LO"))
        .Put("0019,1023", dataset => dataset.Text("0019,1023", "42.5", "DS"))
        .Expect(Category.TagRetained, "0019,1023", output => output.Find("0019,1023") is { Text: "42.5" })
        .Put("0099,0010", dataset => dataset.Text("0099,0010", "NOBODY KNOWS 1.0", "LO"))
        .Put("0099,1001", dataset => dataset.Bytes("0099,1001", person.Alphabet.Encode("Secretly " + person.Name), "LO"))
        .Expect(Category.TextRemoved, "0099,1001", output => !output.Holds("Secretly"));
}

using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Auditing;

/// <summary>Who a patient was, written otherwise where the subject belongs: what a list refuses, an audit finds.</summary>
public sealed class AuditIdentityTests : AuditTestBase
{
    [Theory]
    [InlineData("PatientID", "4711", "Identifier")]
    [InlineData("PatientID", "00004711", "Identifier")]
    [InlineData("PatientID", "S-4711-B", "Identifier", "004711")]
    [InlineData("OtherPatientIDs", "A1\\4711", "Identifier")]
    [InlineData("ClinicalTrialSubjectID", "4711", "Identifier")]
    [InlineData("PatientID", "Иванова Мария", "Name", "1", "Иванова^Мария")]
    [InlineData("PatientID", "MARIA-IVANOVA", "Identifier", "1", "Иванова^Мария")]
    [InlineData("PatientName", "Mariya Ivanova", "Name", "1", "Иванова^Мария")]
    [InlineData("PatientName", "mueller_juergen", "Name", "1", "Müller^Jürgen")]
    [InlineData("OtherPatientNames", "JUERGENMUELLER", "Name", "1", "Müller^Jürgen")]
    [InlineData("PatientID", "MA19520303", "Date")]
    [InlineData("PatientID", "S 03.03.1952", "Date")]
    [InlineData("PatientName", "S^03031952", "Date")]
    public void An_identity_in_another_writing_is_found(string attribute, string value, string kind, string own = "0004711", string name = "Roe^Pat")
    {
        WriteOriginal("in/1.dcm", own, name, "19520303");
        Folder.Write("out/1.dcm", Clean().Text("SpecificCharacterSet", "ISO_IR 192").Add(attribute, dataset => dataset.Bytes(attribute, Encoding.UTF8.GetBytes(value))).Build());

        var finding = Assert.Single(Find(Folder["out"], Folder["in"]));

        Assert.Equal((attribute, kind), (finding.ElementPath, $"{finding.Kind}"));
    }

    [Fact]
    public void A_number_that_lost_its_zeros_is_found_by_the_subject_map_alone()
    {
        Folder.Write("out/1.dcm", Clean().Text("PatientID", "4711").Build());
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("S-1", "0004711", ""));
        var audit = new Audit(new RunContext(new RecordingListener()));
        audit.AddReference(map);

        Assert.Equal((IdentifierKind.Identifier, "PatientID"), audit.Find([Folder["out"]]).Select(finding => (finding.Kind, finding.ElementPath)).Single());
    }

    [Fact]
    public void A_number_that_lost_its_zeros_is_found_in_the_XML_beside_the_images()
    {
        WriteOriginal("in/1.dcm", "0004711", "Roe^Pat", "19520303");
        Folder.Write("out/plan.xml", Encoding.UTF8.GetBytes("<Plan>\n<PatientData patientID=\"4711\"/>\n</Plan>"));

        Assert.Contains(Find(Folder["out"], Folder["in"]), finding => finding is { Kind: IdentifierKind.Identifier, ElementPath: "line 2" });
    }

    // Made at random, a subject id may have letters that announce somebody or name a ward.
    [Theory]
    [InlineData("SUBJ-1R2ABSE7Z09J")]
    [InlineData("SUBJ-ER9JGWKMSDT0")]
    [InlineData("SUBJ-DR4MUELLER77")]
    public void A_subject_id_in_XML_is_nobody(string subject)
    {
        WriteOriginal("in/1.dcm", "0004711", "Roe^Pat", "19520303");
        Folder.Write("out/plan.xml", Encoding.UTF8.GetBytes($"<PatientInfo ID=\"{subject}\" Initial=\"{subject}\" DOB=\"\" />"));

        Assert.Empty(Find(Folder["out"], Folder["in"]));
    }

    [Theory]
    [InlineData("Dr. Zorblatt")]
    [InlineData("Zorblatt, Hauptstrasse 12, 12345 Thornwick")]
    public void Somebody_who_stands_in_the_place_of_a_subject_id_is_found(string subject)
    {
        Folder.Write("out/plan.xml", Encoding.UTF8.GetBytes($"<PatientInfo ID=\"{subject}\" />"));

        Assert.NotEmpty(Find(Folder["out"]));
    }

    [Theory]
    [InlineData("PatientID", "S-47110")]
    [InlineData("PatientID", "P-0303")]
    [InlineData("PatientID", "19520101")]
    [InlineData("PatientName", "S-1_20240309")]
    [InlineData("AccessionNumber", "4711")]
    [InlineData("PatientName", "Roe")]
    public void What_is_no_writing_of_it_is_not(string attribute, string value)
    {
        WriteOriginal("in/1.dcm", "0004711", "Roe^Pat^Lee", "19520303");
        WriteOriginal("in/2.dcm", "0008152", "Doe^Kim", "19520101");
        Folder.Write("out/1.dcm", Clean().Text(attribute, value).Build());

        Assert.DoesNotContain(Find(Folder["out"], Folder["in"]), finding => finding.Kind is IdentifierKind.Identifier or IdentifierKind.Date);
    }

    [Fact]
    public void Subjects_of_many_patients_are_not()
    {
        for (var i = 0; i < 300; i++)
            WriteOriginal($"in/{i}.dcm", $"00{47110 + (i * 37)}", $"Roe{i % 9}^Pat{i}", $"19{20 + (i % 70)}0{1 + (i % 9)}1{i % 10}");
        var options = Batch.Options(Folder["out"]);
        Batch.Run(options, new RecordingListener(), Folder["in"]);

        Assert.Empty(Find(Folder["out"], Folder["in"]));
    }

    private void WriteOriginal(string path, string id, string name, string birthDate) => Folder.Write(path, CT.Slice(more: instance => instance
        .Text("SpecificCharacterSet", "ISO_IR 192").Text("PatientID", id).Text("PatientBirthDate", birthDate)
        .Text("SOPInstanceUID", $"1.2.3.{id.TrimStart('0')}").Text("StudyInstanceUID", $"1.2.4.{id.TrimStart('0')}").Text("SeriesInstanceUID", $"1.2.5.{id.TrimStart('0')}")
        .Add("PatientName", dataset => dataset.Bytes("PatientName", Encoding.UTF8.GetBytes(name)))));
}

using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Auditing;

/// <summary>What was left in files that should be clean, of each kind and in each place.</summary>
public sealed class AuditTests : AuditTestBase
{
    [Theory]
    [InlineData(ProfileBuilder.Basic)]
    [InlineData(ProfileBuilder.Research)]
    public void What_Dams_makes_has_nothing_to_find(string profile)
    {
        var options = Batch.Options(Folder["out"]) with { Profile = Deidentified.Profile(profile) };
        Folder.Write("in/1.dcm", CT.Slice(more: instance => instance.Text("AccessionNumber", "ACC-815").Text("ImageComments", "MRN-4711, Dr. Schmidtke, 2024-03-11")));
        Batch.Run(options, new RecordingListener(), Folder["in"]);

        Assert.Empty(Find(Folder["out"], Folder["in"], Folder["originals"]));
    }

    public static TheoryData<string, string, string> Texts => new()
    {
        { "StudyDescription", "CT for ERIKA MUSTER", "Name" },
        { "StudyDescription", "CT for m., erika", "Name" },
        { "ImageComments", "see MRN 4711 please", "Identifier" },
        { "AccessionNumber", "ACC-815", "Identifier" },
        { "PatientName", "Muster^Erika", "Name" },
        { "PatientID", "MRN-4711", "Identifier" },
        { "SeriesDescription", "Beispielklinik", "Institution" },
        { "DeviceSerialNumber", "mrn4711", "Identifier" },
        { "ImageComments", "call 555-867-5309", "Telephone" },
        { "ImageComments", "mail to j.example@hospital.example", "ElectronicAddress" },
        { "ImageComments", "219-09-9999", "NationalIdentifier" },
        { "ImageComments", "read by Dr. Schmidtke", "Name" },
        { "ImageComments", "a 97-year-old woman", "Age" },
        { "ImageComments", "seen 2023-07-01", "Date" },
        { "ImageComments", "1420 Fictional Avenue", "PostalAddress" },
        { "SOPInstanceUID", "1.2.276.0.4711.1.1", "OriginalUid" },
        { "FrameOfReferenceUID", "1.2.3", "OriginalUid" },
        { "ImageComments", "copy of 1.2.276.0.4711.1.1.", "OriginalUid" },
        { "StudyDate", "20240311", "Date" },
        { "ContentDate", "20240309", "Date" },
        { "AcquisitionDateTime", "20240311101530", "Date" },
        { "PatientBirthDate", "19520817", "Date" },
        { "ContentDate", "19520817", "Date" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_leftover_is_found_in_any_element_and_at_any_depth(string attribute, string value, string kind)
    {
        Folder.Write("out/flat.dcm", Clean().Text(attribute, value).Build());
        Folder.Write("out/nested.dcm", Clean().Sequence("ReferencedSeriesSequence", item =>
            item.UndefinedSequence("ReferencedInstanceSequence", inner => inner.Text("ReferencedSOPInstanceUID", "2.25.1"), inner => inner.Text(attribute, value))).Build());

        var findings = Find(Folder["out"], Folder["originals"]);

        Assert.Equal(
            [("flat.dcm", attribute, kind), ("nested.dcm", $"ReferencedSeriesSequence[1].ReferencedInstanceSequence[2].{attribute}", kind)],
            findings.Select(finding => (Path.GetFileName(finding.File), finding.ElementPath, $"{finding.Kind}")).Distinct());
    }

    [Theory]
    [InlineData("ISO_IR 192", "utf-8")]
    [InlineData("\\ISO 2022 IR 149", "euc-kr")]
    [InlineData("GB18030", "gb18030")]
    [InlineData("ISO_IR 100", "utf-8")]
    public void A_name_is_found_in_any_character_set_declared_or_not(string declared, string encoding)
    {
        var bytes = Encode(encoding, "liver 홍길동");
        Folder.Write("out/1.dcm", Clean().Text("SpecificCharacterSet", declared).Add("SeriesDescription", dataset => dataset.Bytes("SeriesDescription", bytes)).Build());

        Assert.Contains(Find(Folder["out"], Folder["originals"]), finding => finding is { ElementPath: "SeriesDescription", Kind: IdentifierKind.Name });
    }

    [Theory]
    [InlineData("us-ascii", "\u0001\u0002Muster^Erika\u0003", "OB")]
    [InlineData("us-ascii", "PatientID=MRN-4711;", "UN")]
    [InlineData("utf-8", "\u0001홍길동\u0002", "OB")]
    [InlineData("utf-16", "Erika Muster", "UN")]
    [InlineData("utf-16", "\0홍길동\0", "OB")]
    [InlineData("us-ascii", "1.2.276.0.4711.1.1", "UN")]
    public void A_leftover_is_found_in_the_bytes_of_private_elements(string encoding, string text, string vr)
    {
        foreach (var shift in new[] { 0, 1 })
        {
            byte[] bytes = [.. new byte[shift], .. Encode(encoding, text)];
            Folder.Write($"out/{shift}.dcm", Clean().Text("0029,0010", "NOBODY 1.0", "LO").Add("0029,1010", dataset => dataset.Bytes("0029,1010", bytes, vr)).Build());
        }

        Assert.Equal(2, Find(Folder["out"], Folder["originals"]).Where(finding => finding.ElementPath.Contains("0029,1010", StringComparison.Ordinal)).Select(finding => finding.File).Distinct().Count());
    }

    [Fact]
    public void A_leftover_is_found_before_and_behind_the_dataset_and_in_the_file_meta_information()
    {
        var clean = Clean().Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2, 3, 4], "OW")).Build();
        byte[] preamble = [.. clean];
        "MRN-4711"u8.CopyTo(preamble.AsSpan(20));
        Folder.Write("out/a.dcm", preamble);
        Folder.Write("out/b.dcm", [.. clean, .. new byte[10], .. "Erika Muster"u8]);
        Folder.Write("out/c.dcm", FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("PatientIdentityRemoved", "YES").Text("DeidentificationMethod", "By test"), instance: "1.2.276.0.4711.1.1"));

        var findings = Find(Folder["out"], Folder["originals"]).Select(finding => (Path.GetFileName(finding.File), finding.ElementPath, finding.Kind));

        Assert.Equal(
            [("a.dcm", "", IdentifierKind.Identifier), ("b.dcm", "", IdentifierKind.Name), ("c.dcm", "MediaStorageSOPInstanceUID", IdentifierKind.OriginalUid)], findings);
    }

    [Theory]
    [InlineData("PatientIdentityRemoved")]
    [InlineData("DeidentificationMethod")]
    public void An_instance_that_does_not_say_that_it_was_de_identified_is_found(string missing)
    {
        Folder.Write("out/1.dcm", Clean().Without(missing).Build());

        Assert.Equal([("", IdentifierKind.MissingMark)], Find(Folder["out"]).Select(finding => (finding.ElementPath, finding.Kind)));
    }

    [Theory]
    [InlineData("US", "", true)]
    [InlineData("XA", "", true)]
    [InlineData("CT", "YES", true)]
    [InlineData("CT", "", false)]
    [InlineData("CT", "NO", false)]
    [InlineData("US", "NO", true)]
    public void An_image_that_may_have_burned_in_text_is_found(string modality, string burnedIn, bool isFound)
    {
        var instance = Clean().Text("Modality", modality).Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2], "OW"));
        if (burnedIn.Length > 0)
            instance.Text("BurnedInAnnotation", burnedIn);
        Folder.Write("out/1.dcm", instance.Build());

        Assert.Equal(isFound, Find(Folder["out"]).Any(finding => finding.Kind == IdentifierKind.BurnedInText));
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("broken.dcm")]
    public void What_cannot_be_looked_into_is_told(string name)
    {
        Folder.Write("out/" + name, name == "report.pdf" ? "%PDF-1.7"u8.ToArray() : Clean().Build()[..200]);

        Assert.Contains(Find(Folder["out"]), finding => finding.Kind == IdentifierKind.Unchecked);
    }

    [Fact]
    public void A_subject_map_alone_is_enough_to_find_its_numbers_and_examinations()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("SUBJ-1", "0004711", "20240311"));
        Folder.Write("out/1.dcm", Clean().Text("PatientID", "SUBJ-1").Text("StudyID", "4711-000").Text("SeriesDescription", "liver 0004711").Text("SeriesDate", "20240311").Build());

        var audit = new Audit(new RunContext(new RecordingListener()) { Workers = 1 });
        audit.AddReference(map);

        Assert.Equal(
            [("SeriesDate", IdentifierKind.Date), ("SeriesDescription", IdentifierKind.Identifier)],
            audit.Find([Folder["out"]]).Select(finding => (finding.ElementPath, finding.Kind)));
    }

    [Fact]
    public void Dates_that_the_file_says_were_kept_are_no_leftovers_but_birth_dates_are()
    {
        Folder.Write("out/1.dcm", Clean().Text("0028,0303", "UNMODIFIED").Text("StudyDate", "20240311").Text("ContentDate", "19520817").Text("ImageComments", "seen 2023-07-01").Build());

        Assert.Equal([("ContentDate", IdentifierKind.Date)], Find(Folder["out"], Folder["originals"]).Select(finding => (finding.ElementPath, finding.Kind)));
    }

    [Fact]
    public void No_finding_holds_a_value()
    {
        var instance = Clean();
        foreach (var (attribute, value) in Texts.Select(row => ((string)row[0], (string)row[1])))
            instance.Text(attribute, value);
        Folder.Write("out/Muster^Erika/MRN-4711.dcm", instance.Build());

        var findings = Find(Folder["out"], Folder["originals"]);

        Assert.True(findings.Count > 10);
        Assert.All(findings, AssertTellsNothing);
    }
}

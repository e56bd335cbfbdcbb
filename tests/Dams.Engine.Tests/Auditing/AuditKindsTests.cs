using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Auditing;

/// <summary>What a judge would see in files that should be clean, with the originals to compare and with nothing but the files.</summary>
public sealed class AuditKindsTests : AuditTestBase
{
    [Fact]
    public void A_UID_that_was_derived_from_a_number_is_found_in_a_text_where_the_originals_tell_it()
    {
        Folder.Write("uids/1.dcm", new InstanceBuilder()
            .Text("SOPInstanceUID", "1.2.276.0.4711.1.9").Text("StudyInstanceUID", "2.25.50550550550550550550").Build());
        Folder.Write("out/1.dcm", Clean().Text("ImageComments", "copy of 2.25.50550550550550550550").Build());

        Assert.Equal(("ImageComments", IdentifierKind.OriginalUid, "Uid"), Only("uids"));
        Assert.Empty(Find(Folder["out"]));
    }

    [Theory]
    [InlineData("PatientBirthName", "LO")]
    [InlineData("ReferringPhysicianName", "ST")]
    [InlineData("OperatorsName", "CS")]
    [InlineData("OperatorsName", "UN")]
    public void A_name_under_a_foreign_representation_is_found(string attribute, string vr)
    {
        Folder.Write("out/1.dcm", Clean().Add(attribute, dataset => dataset.Bytes(attribute, Encoding.ASCII.GetBytes("MUSTER^ERIKA"), vr)).Build());

        Assert.Equal((attribute, IdentifierKind.Name, "KnownValue"), Only("originals"));
    }

    [Theory]
    [InlineData("ReferencedImageSequence", "WindowCenterWidthExplanation", "LO", "as Dr. Schmidtke wants")]
    [InlineData("ReferencedImageSequence", "ImageComments", "UN", "as Dr. Schmidtke wants")]
    public void A_name_that_a_title_announces_is_found_with_no_original(string sequence, string attribute, string vr, string text)
    {
        Folder.Write("out/1.dcm", Clean().Sequence(sequence, item => item.Bytes(attribute, Encoding.ASCII.GetBytes(text), vr)).Build());

        var path = $"{sequence}[1].{attribute}";
        Assert.Equal((path, IdentifierKind.Name, "Form"), Only());
        Assert.Equal((path, IdentifierKind.Name, "Form"), Only("originals"));
    }

    [Theory]
    [InlineData("PatientBirthDateInAlternativeCalendar", "5712-11-26")]
    [InlineData("PatientDeathDateInAlternativeCalendar", "1371-05-26")]
    public void A_date_in_another_calendar_is_found(string attribute, string value)
    {
        Folder.Write("out/1.dcm", Clean().Text(attribute, value).Build());

        Assert.Equal((attribute, IdentifierKind.Identifier, "ForgottenAttribute"), Only());
        Assert.Equal((attribute, IdentifierKind.Identifier, "ForgottenAttribute"), Only("originals"));
    }

    [Fact]
    public void An_overlay_in_unused_bits_is_found()
    {
        var image = Image(Syntax.ExplicitLittle).Add("PixelData", dataset => dataset.Bytes("PixelData", new byte[32], "OW"))
            .Add("60000100", dataset => dataset.Numbers("60000100", 16)).Add("60000102", dataset => dataset.Numbers("60000102", 12));
        Folder.Write("out/1.dcm", image.Build());

        Assert.Equal(("PixelData", IdentifierKind.BurnedInText, "HiddenContent"), Only());
        Assert.Equal(("PixelData", IdentifierKind.BurnedInText, "HiddenContent"), Only("originals"));
    }

    [Fact]
    public void A_comment_of_a_codestream_is_searched()
    {
        Write("scan of Muster, Erika");
        Assert.Equal(("PixelData", IdentifierKind.Name, "HiddenContent"), Only("originals"));

        Write("scanned by Dr. Schmidtke");
        Assert.Equal(("PixelData", IdentifierKind.Name, "HiddenContent"), Only());

        void Write(string text)
        {
            byte[] comment = [.. Encoding.ASCII.GetBytes(text)];
            byte[] frame = [0xFF, 0xD8, 0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment, 0xFF, 0xD9];
            Folder.Write("out/1.dcm", Image(Syntax.JpegBaseline).Add("PixelData", dataset => dataset.Fragments([.. frame, .. new byte[frame.Length % 2]])).Build());
        }
    }

    [Theory]
    [InlineData("SequenceName", "PLAN_BEISPIELING")]
    [InlineData("StudyDescription", "Staging of thorax, abdomen and pelvis, requested for Beispieling")]
    public void A_name_that_the_representation_cuts_off_is_found(string attribute, string value)
    {
        Folder.Write("cut/1.dcm", new InstanceBuilder().Text("SOPInstanceUID", "1.2.276.0.4711.1.9").Text("PatientName", "Beispielinger^Ute").Build());
        Folder.Write("out/1.dcm", Clean().Text(attribute, value).Build());

        Assert.Equal((attribute, IdentifierKind.Name, "KnownValue"), Only("cut"));
    }

    [Fact]
    public void A_name_in_another_encoding_is_found()
    {
        var bytes = Encoding.UTF8.GetBytes("liver 홍길동");
        Folder.Write("out/1.dcm", Clean().Text("SpecificCharacterSet", "ISO_IR 100").Add("ImageComments", dataset => dataset.Bytes("ImageComments", bytes)).Build());

        Assert.Equal(("ImageComments", IdentifierKind.Name, "KnownValue"), Only("originals"));
    }

    [Fact]
    public void Elements_that_belong_in_no_dataset_are_found()
    {
        Folder.Write("out/1.dcm", Clean().Text("0004,1130", "DICOM").Build());

        Assert.Equal(("FileSetID", IdentifierKind.Identifier, "MisplacedElement"), Only());
    }

    [Fact]
    public void An_age_above_89_is_found()
    {
        Folder.Write("out/1.dcm", Clean().Text("PatientAge", "095Y").Build());

        Assert.Equal(("PatientAge", IdentifierKind.Age, "PatientAge"), Only());
    }

    [Theory]
    [InlineData("10.07.68", "LensModel", false)]
    [InlineData("10.07.68", "ReconstructionMethod", true)]
    [InlineData("prior 20190312", "CodingSchemeVersion", true)]
    [InlineData("8091 Brelvan", "ReconstructionMethod", true)]
    [InlineData("Via Brelvana 7", "ManufacturerModelName", true)]
    [InlineData("per Brelvan RT(R)", "ManufacturerModelName", true)]
    public void What_its_form_tells_is_found_where_it_is_no_version(string text, string attribute, bool isFound)
    {
        Folder.Write("out/1.dcm", Clean().Text(attribute, text).Build());

        Assert.Equal(isFound, Find(Folder["out"]).Any(finding => finding.ElementPath == attribute && finding.Rule == "Form"));
    }

    [Theory]
    [InlineData(ProfileBuilder.Basic)]
    [InlineData(ProfileBuilder.Research)]
    public void UIDs_that_a_profile_keeps_are_no_finding(string name)
    {
        var profile = ProfileBuilder.Build(new ProfileRequest(name, [ProfileOption.RetainUIDs], [], [], new System.Collections.Generic.Dictionary<string, string>()));
        Folder.Write("in/1.dcm", CT.Slice(more: instance => instance.Text("StudyInstanceUID", "2.25.50550550550550550550").Text("SeriesDescription", "copy of 2.25.50550550550550550550")));
        Batch.Run(Batch.Options(Folder["out"]) with { Profile = profile }, new RecordingListener(), Folder["in"]);

        Assert.Empty(Find(Folder["out"], Folder["in"]));
    }

    [Theory]
    [InlineData("LensModel", "12.03.19")]
    [InlineData("SoftwareVersions", "V 2019-11-24")]
    [InlineData("ManufacturerModelName", "V 03.11.20")]
    public void A_version_is_no_date(string attribute, string text)
    {
        Folder.Write("out/1.dcm", Clean().Text(attribute, text).Build());

        Assert.Empty(Find(Folder["out"], Folder["originals"]));
    }

    [Fact]
    public void A_version_that_is_the_day_of_the_examination_is_found()
    {
        Folder.Write("out/1.dcm", Clean().Text("LensModel", "11.03.24").Build());

        Assert.Equal(("LensModel", IdentifierKind.Date, "Form"), Only("originals"));
    }

    [Theory]
    [InlineData("utf-16", "Manufacturer", "LO")]
    [InlineData("utf-16BE", "Manufacturer", "LO")]
    [InlineData("euc-kr", "Manufacturer", "LO")]
    [InlineData("<euc-kr", "Manufacturer", "LO")]
    [InlineData("utf-16", "ICCProfile", "OB")]
    [InlineData("utf-16BE", "ICCProfile", "OB")]
    [InlineData("<euc-kr", "ICCProfile", "OB")]
    [InlineData("<euc-kr", "SegmentDescription", "ST")]
    public void A_name_in_an_encoding_that_is_not_declared_is_found(string encoding, string attribute, string vr)
    {
        var bytes = encoding[0] == '<' ? Encode(encoding[1..], "홍길동")[4..] : Encode(encoding, "홍길동");
        Folder.Write("out/1.dcm", Clean().Add(attribute, dataset => dataset.Bytes(attribute, bytes, vr)).Build());

        Assert.Equal((attribute, IdentifierKind.Name, "KnownValue"), Only("originals"));
    }

    [Theory]
    [InlineData(@"4\7\1\1")]
    [InlineData("1.4711")]
    public void Numbers_of_a_list_are_no_number_of_the_patient(string text)
    {
        Folder.Write("out/1.dcm", Clean().Text("SliceThickness", text).Build());

        Assert.Empty(Find(Folder["out"], Folder["originals"]));
    }

    private (string Path, IdentifierKind Kind, string Rule) Only(params string[] originals)
    {
        var finding = Assert.Single(Find(Folder["out"], [.. originals.Select(folder => Folder[folder])]));
        AssertTellsNothing(finding);
        return (finding.ElementPath, finding.Kind, finding.Rule);
    }

    private static InstanceBuilder Image(Syntax syntax)
    {
        var image = Clean(syntax);
        foreach (var (attribute, value) in new[] { ("SamplesPerPixel", 1), ("Rows", 4), ("Columns", 4), ("BitsAllocated", 16), ("BitsStored", 12), ("HighBit", 11) })
            image.Add(attribute, dataset => dataset.Numbers(attribute, (ushort)value));
        return image;
    }
}

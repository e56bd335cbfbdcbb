using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Dams.Subjects;
using Xunit;

namespace Dams.Tests.Sidecars;

public sealed class XmlProtectionTests : IDisposable
{
    private const string Info = "<PatientInfo ID=\"MRN-4711\" Initial='Muster Erika' DOB=\"1952-08-17\" sex=\"F\"/>";

    private readonly XmlRunBuilder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void What_is_not_of_the_patient_keeps_its_bytes()
    {
        var log = Planning.Log(Planning.Needle("Lession", @"\Segmentations\SeriesNo_3\SegmentationNo_0"))
            .Replace("  <Trajectories>", "\t<!-- kept   as it is -->\r\n  <Trajectories  empty='' >", StringComparison.Ordinal);
        var result = _run.Protect(log);
        var subject = SubjectIn(result);
        var expected = log
            .Replace("time=\"" + Planning.Time, "time=\"" + Attribute(result, "/Eagles/@time"), StringComparison.Ordinal)
            .Replace("C:\\Patients\\Pat_Muster Erika_4711\\Study_0\\Series_3", "", StringComparison.Ordinal)
            .Replace("patientID=\"MRN-4711", "patientID=\"" + subject, StringComparison.Ordinal)
            .Replace(Planning.SourceUid, Attribute(result, "//PatientData/@seriesID"), StringComparison.Ordinal)
            .Replace("1.2.826.0.1.77.9", Attribute(result, "//SeriesUID"), StringComparison.Ordinal);
        Assert.Equal(expected, result);
        Assert.StartsWith("SUBJ-", subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    [InlineData("euc-kr", false)]
    public void The_encoding_and_its_mark_stay(string name, bool hasMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var word = name == "euc-kr" ? "홍길동 간" : name == "iso-8859-1" ? "Läsion" : "Läsion 홍길동";
        byte[] Bytes(string id) => [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(
            $"<?xml version='1.0' encoding='{name}'?>\r\n<PatientInfo  ID='{id}' note=\"{word}\"></PatientInfo>\r\n")];
        var result = _run.Protect(Bytes("MRN-4711"), _run.Options());
        Assert.Equal(Bytes(new SubjectIds(_run.Key, "SUBJ-").Derive(new PatientIdentity("MRN-4711", "", ""))), result);
    }

    [Fact]
    public void The_subject_is_the_one_that_the_images_become()
    {
        var result = _run.Protect(Info);
        Assert.Equal(new SubjectIds(_run.Key, "SUBJ-").Derive(new PatientIdentity("MRN-4711", "", "")), Attribute(result, "/PatientInfo/@ID"));
        Assert.Equal(new UidMap(_run.Key).Map(Planning.SourceUid), Attribute(_run.Protect(Planning.Log("")), "//PatientData/@seriesID"));
    }

    [Theory]
    [InlineData("Encode", "1952-08-17", "1952-01-01")]
    [InlineData("Encode", "17.08.1952", "1952-01-01")]
    [InlineData("Encode", "19520817", "1952-01-01")]
    [InlineData("Encode", "8/17/1952", "1952-01-01")]
    [InlineData("Encode", "1952", "1952-01-01")]
    [InlineData("Encode", "someday", "")]
    [InlineData("Basic", "1952-08-17", "")]
    [InlineData("Research", "1952-08-17", "")]
    public void A_birth_date_is_what_the_profile_makes_of_it(string profile, string date, string expected) =>
        Assert.Equal(expected, Attribute(_run.Protect(Info.Replace("1952-08-17", date, StringComparison.Ordinal), profile), "/PatientInfo/@DOB"));

    [Fact]
    public void Given_values_are_written()
    {
        _run.Files.Write("in/PatientInfo.xml", Info);
        var result = Assert.Single(_run.Run(_run.Options(), new GivenIdentity("M03", "MAV-M03", "19600501")));
        Assert.Equal("<PatientInfo ID=\"M03\" Initial='MAV-M03' DOB=\"1960-05-01\" sex=\"F\"/>", File.ReadAllText(result.Path));
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Research")]
    [InlineData("Encode")]
    public void CTInfo_and_SurgeryInfo_go_in_every_profile(string profile)
    {
        var log = Planning.Log("").Replace("<Trajectories>", "<CTInfo date=\"2024-03-12\"><Scanner>X</Scanner></CTInfo><SurgeryInfo surgeon=\"Dr. Beispiel\"/><Trajectories>", StringComparison.Ordinal);
        var result = _run.Protect(log, profile);
        Assert.Contains("  <Trajectories>", result, StringComparison.Ordinal);
        Assert.DoesNotMatch("CTInfo|SurgeryInfo|Scanner|Beispiel", result);
    }

    [Fact]
    public void A_root_that_should_go_stays_without_anything_in_it() =>
        Assert.Equal("<?xml version=\"1.0\"?>\n<CTInfo></CTInfo>\n", _run.Protect("<?xml version=\"1.0\"?>\n<CTInfo date=\"2024-03-12\" x='1'>\n <Scanner/>\n</CTInfo>\n"));

    [Fact]
    public void Times_are_kept_moved_or_taken_out_as_the_profile_says()
    {
        Assert.Equal(Planning.Time, Attribute(_run.Protect(Planning.Log(""), "Encode"), "/Eagles/@time"));
        var moved = Attribute(_run.Protect(Planning.Log(""), "Research"), "/Eagles/@time");
        var subject = new SubjectIds(_run.Key, "SUBJ-").Derive(new PatientIdentity("MRN-4711", "", ""));
        var day = DateTime.ParseExact(DateShift.ForSubject(_run.Key, subject).Shift("20240312")!, "yyyyMMdd", CultureInfo.InvariantCulture);
        Assert.Equal($"{day:yyyy-MM-dd}_10-15-00 10.48.12", moved);
        Assert.Matches("^[a-p]{8}$", Attribute(_run.Protect(Planning.Log("")), "/Eagles/@time"));
    }

    [Fact]
    public void Times_that_were_taken_out_still_tell_recordings_apart()
    {
        string TimeOf(string time) => Attribute(_run.Protect(Planning.Log("", time)), "/Eagles/@time");
        Assert.Equal(TimeOf("2024-03-12_10-15-00 10.48.12"), TimeOf("2024-03-12_10-15-00 12.00.00"));
        Assert.NotEqual(TimeOf("2024-03-12_10-15-00 10.48.12"), TimeOf("2024-03-12_10-16-00 10.48.12"));
    }

    [Theory]
    [InlineData("<Note>seen with Erika Muster today</Note>")]
    [InlineData("<Note by='Muster, E.'/>")]
    [InlineData("<!-- exported for Muster Erika -->")]
    [InlineData("<?export patient=\"MRN-4711\"?>")]
    [InlineData("<Note><![CDATA[id <MRN 4711>]]></Note>")]
    [InlineData("<Note>M&#x75;ster</Note>")]
    [InlineData("<deep><deeper><deepest a='' b='mrn4711'>x</deepest></deeper></deep>")]
    public void What_is_known_of_the_patient_goes_from_any_place_in_any_profile(string part)
    {
        foreach (var profile in new[] { "Basic", "Research", "Encode" })
        {
            var result = _run.Protect(Planning.Log(part), profile);
            Assert.DoesNotMatch(new Regex("muster|erika|4711|&#x75", RegexOptions.IgnoreCase), result);
            Assert.Contains("[removed]", result, StringComparison.Ordinal);
            new XmlDocument().LoadXml(result);
        }
    }

    [Theory]
    [InlineData("Basic", "[removed]")]
    [InlineData("Encode", "2024-03-12")]
    public void Dates_in_any_place_are_as_the_profile_has_them(string profile, string expected) =>
        Assert.Contains($"<Validated on=\"{expected}\"/>", _run.Protect(Planning.Log("<Validated on=\"2024-03-12\"/>"), profile), StringComparison.Ordinal);

    [Fact]
    public void Coordinates_and_versions_are_no_dates_and_no_UIDs()
    {
        const string numbers = "<Transform>1.2 0.5 10.11 12.10 1 0 0 -12.10 03.11 4.5.6.7</Transform><Error lateral=\"12.03.1\" n=\"20.11\"/>";
        Assert.Contains(numbers, _run.Protect(Planning.Log(numbers)), StringComparison.Ordinal);
    }

    [Fact]
    public void UIDs_are_mapped_wherever_they_stand_and_kept_where_the_profile_keeps_them()
    {
        const string part = "<Reference frame=\"1.2.826.0.1.77.1.99\">study 1.2.826.0.1.77.1 and class 1.2.840.10008.5.1.4.1.1.2</Reference>";
        var map = new UidMap(_run.Key);
        Assert.Contains(
            $"<Reference frame=\"{map.Map("1.2.826.0.1.77.1.99")}\">study {map.Map("1.2.826.0.1.77.1")} and class 1.2.840.10008.5.1.4.1.1.2</Reference>",
            _run.Protect(Planning.Log(part)),
            StringComparison.Ordinal);
        Assert.Contains(part, _run.Protect(Planning.Log(part), "Encode"), StringComparison.Ordinal);
        var kept = _run.Options() with { Profile = XmlRunBuilder.Profile("Basic", Dams.ProfileOption.RetainUIDs) };
        Assert.Contains(part, Encoding.UTF8.GetString(_run.Protect(Encoding.UTF8.GetBytes(Planning.Log(part)), kept)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_UID_that_ends_a_sentence_is_mapped_too()
    {
        var mapped = new UidMap(_run.Key).Map("1.2.826.0.1.77.1.99");

        Assert.Contains(
            $"<Note>drawn on {mapped}.</Note>", _run.Protect(Planning.Log("<Note>drawn on 1.2.826.0.1.77.1.99.</Note>")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_series_that_was_repaired_before_has_the_UID_that_its_new_one_becomes()
    {
        var repaired = _run.Options() with { Repaired = [Repaired("SegmentationNo_1", "1.2.826.0.1.77.9", "2.25.1"), Repaired("SegmentationNo_0", "1.2.826.0.1.77.9", "2.25.2")] };
        var result = Protected(repaired);
        Assert.Equal(new UidMap(_run.Key).Map("2.25.2"), Attribute(result, "//SeriesUID"));
    }

    [Fact]
    public void A_mask_series_that_was_repaired_afterwards_has_its_last_UID()
    {
        var between = new UidMap(_run.Key).Map("1.2.826.0.1.77.9");
        var repaired = _run.Options() with { Repaired = [new RepairedSeries("/elsewhere/x", "/elsewhere/x", between, "2.25.7", 51, 2, [])] };
        Assert.Equal("2.25.7", Attribute(Protected(repaired), "//SeriesUID"));
    }

    [Fact]
    public void The_UID_of_the_source_never_follows_a_mask_that_shared_it()
    {
        var repaired = _run.Options() with { Repaired = [new RepairedSeries("/x", "/x", Planning.SourceUid, "2.25.7", 51, 2, [])] };
        Assert.Equal(new UidMap(_run.Key).Map(Planning.SourceUid), Attribute(Protected(repaired), "//PatientData/@seriesID"));
    }

    [Fact]
    public void Bytes_that_nobody_can_read_leave_with_the_value_that_holds_them()
    {
        byte[] bytes = [.. "<?xml version=\"1.0\" encoding=\"UTF-8\"?><PatientInfo ID=\"MRN-4711\" a=\"M"u8, 0xFC, .. "ller\" b=\"5 mm\">"u8, 0xE4, .. "</PatientInfo>"u8];
        var result = Encoding.Latin1.GetString(_run.Protect(bytes, _run.Options()));
        Assert.EndsWith("a=\"[removed]\" b=\"5 mm\">[removed]</PatientInfo>", result, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_and_key_give_the_same_bytes_and_name()
    {
        _run.Files.Write("in/a/Plan_1.xml", Planning.Log(""));
        var first = Assert.Single(_run.Run(_run.Options()));
        Directory.Move(_run.Files["in/a"], _run.Files["in/b"]);
        var second = Assert.Single(_run.Run(_run.Options() with { Destination = _run.Files["other"] }));
        Assert.Equal(Path.GetFileName(first.Path), Path.GetFileName(second.Path));
        Assert.Equal(File.ReadAllBytes(first.Path), File.ReadAllBytes(second.Path));
    }

    private RepairedSeries Repaired(string folder, string old, string uid)
    {
        var path = Path.Combine(_run.In, "Segmentations", "SeriesNo_3", folder);
        return new RepairedSeries(path, path, old, uid, 51, 2, []);
    }

    private string Protected(XmlProtectionOptions options) => Encoding.UTF8.GetString(_run.Protect(
        Encoding.UTF8.GetBytes(Planning.Log(Planning.Needle("Lession", @"\Segmentations\SeriesNo_3\SegmentationNo_0"))), options));

    private static string SubjectIn(string xml) => Attribute(xml, "//@patientID");

    private static string Attribute(string xml, string path)
    {
        var document = new XmlDocument();
        document.LoadXml(xml);
        return document.SelectSingleNode(path)!.InnerText;
    }
}

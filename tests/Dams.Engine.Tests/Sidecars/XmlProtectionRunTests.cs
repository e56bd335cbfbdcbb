using System;
using System.IO;
using System.Linq;
using Dams.Identities;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sidecars;

public sealed class XmlProtectionRunTests : IDisposable
{
    private const string Nameless = "<PatientInfo sex=\"F\"/>";

    private readonly XmlRunBuilder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_file_that_names_nobody_is_of_the_patient_of_the_images_around_it()
    {
        _run.Files.WriteSeries("in/a/images", "1.2.826.0.1.77.1.3");
        _run.Files.WriteSeries("in/b/images", "1.2.826.0.1.77.2.3", "MRN-4712", "Hong^Gildong");
        _run.Files.Write("in/a/xml/Plan_1.xml", Nameless);
        _run.Files.Write("in/b/xml/Plan_1.xml", Nameless);
        Assert.Equal([Subject("MRN-4711"), Subject("MRN-4712")], _run.Run(_run.Options()).Select(result => result.Subject));
    }

    [Fact]
    public void Without_images_the_patient_is_the_one_that_the_XML_names_or_its_neighbour()
    {
        _run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        _run.Files.Write("in/PatientInfo.xml", Nameless);
        Assert.All(_run.Run(_run.Options()), result => Assert.Equal(Subject("MRN-4711"), result.Subject));
        Assert.Empty(_run.Listener.Failures);
    }

    [Fact]
    public void One_subject_id_is_not_given_to_the_patients_of_two_folders_one_after_the_other()
    {
        var given = new GivenIdentity("LIVER-7", null, null);
        _run.Files.WriteSeries("in/a/images", "1.2.826.0.1.77.1.3");
        _run.Files.WriteSeries("in/b/images", "1.2.826.0.1.77.2.3", "MRN-4712", "Hong^Gildong");
        _run.Files.Write("in/a/Plan_1.xml", Nameless);
        _run.Files.Write("in/b/Plan_1.xml", Nameless);
        var run = new XmlProtectionRun(_run.Options(), new RunContext(_run.Listener));

        Assert.Equal("LIVER-7", Assert.Single(Protect("a")).Subject);
        Assert.Empty(Protect("b"));
        Assert.Equal(nameof(IdentityErrors.SeveralPatients), _run.Listener.Failures.Single().Error.Id);

        ProtectedXml[] Protect(string folder)
        {
            string[] paths = [Path.Combine(_run.In, folder)];
            return [.. run.Protect(paths, SidecarIndex.Read(paths, new RunContext(_run.Listener)), given)];
        }
    }

    [Fact]
    public void A_map_with_two_subjects_for_a_patient_is_refused()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("LIVER-7", "MRN-4711", ""));
        map.Add(new SubjectMapEntry("LIVER-8", "MRN-4711", ""));

        Assert.Equal("AmbiguousSubjectMap", Assert.Throws<DamsException>(() => _run.Options() with { SubjectMap = map }).Id);
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.UnknownXmlPatient))]
    public void Who_cannot_be_known_does_not_come_out()
    {
        _run.Files.Write("in/Plan_1.xml", Nameless);
        Refused(nameof(SidecarErrors.UnknownXmlPatient));
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.UnknownXmlPatient))]
    public void Between_the_images_of_two_patients_nobody_can_say()
    {
        _run.Files.WriteSeries("in/a", "1.2.826.0.1.77.1.3");
        _run.Files.WriteSeries("in/b", "1.2.826.0.1.77.2.3", "MRN-4712");
        _run.Files.Write("in/Plan_1.xml", Nameless);
        Refused(nameof(SidecarErrors.UnknownXmlPatient));
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.OtherXmlPatient))]
    public void XML_of_somebody_else_than_the_images_does_not_come_out()
    {
        _run.Files.WriteSeries("in/images", "1.2.826.0.1.77.1.3");
        _run.Files.Write("in/Plan_1.xml", Planning.Log("", patientId: "MRN-9999"));
        Refused(nameof(SidecarErrors.OtherXmlPatient));
    }

    [Fact]
    public void With_a_subject_id_the_user_vouches_for_it()
    {
        _run.Files.WriteSeries("in/images", "1.2.826.0.1.77.1.3");
        _run.Files.Write("in/Plan_1.xml", Planning.Log("<Note>Muster, MRN-4711 or MRN-9999</Note>", patientId: "MRN-9999"));
        var result = Assert.Single(_run.Run(_run.Options(), new GivenIdentity("M03", null, null)));
        Assert.Equal("M03", result.Subject);
        Assert.DoesNotMatch("Muster|4711|9999", File.ReadAllText(result.Path));
    }

    [Fact]
    public void Beside_images_that_are_protected_already_the_subject_is_theirs()
    {
        _run.Files.WriteSeries("in/images", "2.25.1", Subject("MRN-4711"), "SUBJ");
        _run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        Assert.Equal(Subject("MRN-4711"), Assert.Single(_run.Run(_run.Options())).Subject);
    }

    [Fact]
    public void A_subject_map_wins_and_its_subjects_stay_subjects()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("S-1", "MRN-4711", ""));
        _run.Files.Write("in/a/Plan_1.xml", Planning.Log(""));
        _run.Files.WriteSeries("in/b", "2.25.1", "S-1", "S-1");
        _run.Files.Write("in/b/PatientInfo.xml", Nameless);
        Assert.All(_run.Run(_run.Options() with { SubjectMap = map }), result => Assert.Equal("S-1", result.Subject));
    }

    [Fact]
    [CoversError(nameof(IdentityErrors.SeveralPatients))]
    public void One_subject_id_does_not_make_one_of_two_patients()
    {
        _run.Files.Write("in/a/Plan_1.xml", Planning.Log(""));
        _run.Files.Write("in/b/Plan_1.xml", Planning.Log("", patientId: "MRN-4712"));
        var result = _run.Run(_run.Options(), new GivenIdentity("M03", null, null));
        Assert.Single(result);
        Assert.Equal([nameof(IdentityErrors.SeveralPatients)], _run.Listener.Failures.Select(failure => failure.Error.Id));
    }

    [Fact]
    [CoversError(nameof(IdentityErrors.GivenValueIsPatients))]
    public void A_subject_id_that_is_the_patients_own_number_is_refused()
    {
        _run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        Refused(nameof(IdentityErrors.GivenValueIsPatients), new GivenIdentity("MRN-4711", null, null));
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.UnknownXml))]
    public void XML_of_a_kind_that_nobody_knows_does_not_come_out()
    {
        _run.Files.WriteSeries("in/images", "1.2.826.0.1.77.1.3");
        _run.Files.Write("in/report.xml", "<Report name=\"Muster\"/>");
        Refused(nameof(SidecarErrors.UnknownXml));
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.MalformedXml))]
    [CoversError(nameof(SidecarErrors.XmlWithDtd))]
    public void A_broken_file_is_one_failure_and_the_others_come_out()
    {
        _run.Files.Write("in/Plan_0.xml", "<Eagles");
        _run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        _run.Files.Write("in/Plan_2.xml", "<!DOCTYPE Eagles [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Eagles>&x;</Eagles>");
        Assert.Single(_run.Run(_run.Options()));
        Assert.Equal([nameof(SidecarErrors.MalformedXml), nameof(SidecarErrors.XmlWithDtd)], _run.Listener.Failures.Select(failure => failure.Error.Id));
        Assert.Single(Directory.GetFiles(_run.Out, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void At_the_destination_no_path_and_no_name_tells_of_the_patient()
    {
        _run.Files.Write("in/Muster Erika/2024-03-12_10-15-00/Plan_Muster_2024-03-12.xml", Planning.Log(""));
        _run.Files.Write("in/Muster Erika/2024-03-12_10-15-00/ablationvalidation_MRN-4711.XML", Planning.Log(""));
        _run.Files.Write("in/Muster Erika/info of Erika.xml", "<PatientInfo ID=\"MRN-4711\"/>");
        var results = _run.Run(_run.Options());
        var names = results.Select(result => Path.GetRelativePath(_run.Out, result.Path).Replace('\\', '/')).ToArray();
        Assert.Equal(3, names.Length);
        Assert.Matches($"^{Subject("MRN-4711")}/XML/Xml_[0-9a-f]{{8}}\\.xml$", names.Single(name => name.Contains("Xml_", StringComparison.Ordinal)));
        Assert.Single(names, name => name.Contains("/Plan_", StringComparison.Ordinal));
        Assert.Single(names, name => name.Contains("/AblationValidation_", StringComparison.Ordinal));
        Assert.All(names, name => Assert.DoesNotMatch("Muster|Erika|4711|2024", name));
    }

    [Fact]
    public void In_place_a_name_stays_unless_it_tells_of_the_patient_or_a_date()
    {
        _run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        _run.Files.Write("in/Plan_2024-03-12_10-15-00.xml", Planning.Log("<a/>"));
        _run.Files.Write("in/Plan_4711 Muster.xml", Planning.Log("<b/>"));
        _run.Files.Write("in/PatientInfo.xml", "<PatientInfo ID=\"MRN-4711\" Initial=\"Muster Erika\"/>");
        var results = _run.Run(_run.Options(inPlace: true));
        var names = Directory.GetFiles(_run.In).Select(file => Path.GetFileName(file)!).Order().ToArray();
        Assert.Equal(results.Select(result => Path.GetFileName(result.Path)).Order(), names);
        Assert.Equal(2, names.Count(name => name is "Plan_1.xml" or "PatientInfo.xml"));
        Assert.Equal(2, names.Count(name => System.Text.RegularExpressions.Regex.IsMatch(name, "^Plan_[0-9a-f]{8}\\.xml$")));
        Assert.Equal(["2 XML files were renamed: the name held what identifies or a date."], _run.Listener.Warnings.Select(warning => warning.Message));
    }

    [Fact]
    public void In_place_a_date_in_a_name_stays_where_the_profile_keeps_dates()
    {
        _run.Files.Write("in/Plan_2024-03-12.xml", Planning.Log(""));
        Assert.Equal("Plan_2024-03-12.xml", Path.GetFileName(Assert.Single(_run.Run(_run.Options("Encode", inPlace: true))).Path));
    }

    [Fact]
    public void Folders_stay_where_that_is_asked_for()
    {
        _run.Files.Write("in/a/b/Plan_1.xml", Planning.Log(""));
        var result = Assert.Single(_run.Run(_run.Options() with { KeepStructure = true }));
        Assert.Equal(Path.Combine(_run.Out, "a", "b", "Plan_1.xml"), result.Path);
    }

    [Fact]
    [CoversError(nameof(FileErrors.OutputExists))]
    public void What_is_there_already_is_replaced_only_where_that_is_asked_for()
    {
        _run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        var first = Assert.Single(_run.Run(_run.Options()));
        File.WriteAllText(first.Path, "old");
        Assert.Empty(_run.Run(_run.Options()));
        Assert.Equal([nameof(FileErrors.OutputExists)], _run.Listener.Failures.Select(failure => failure.Error.Id));
        Assert.Equal("old", File.ReadAllText(first.Path));
        Assert.Single(_run.Run(_run.Options() with { Force = true }));
        Assert.NotEqual("old", File.ReadAllText(first.Path));
    }

    [Fact]
    [CoversError(nameof(FileErrors.DestinationInsideSource))]
    public void A_destination_inside_the_source_is_refused()
    {
        _run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        var options = _run.Options() with { Destination = Path.Combine(_run.In, "out") };
        Assert.Equal(nameof(FileErrors.DestinationInsideSource), Assert.Throws<DamsException>(() => _run.Run(options)).Id);
    }

    [Fact]
    public void After_the_protection_the_plan_still_says_which_masks_are_partners()
    {
        _run.Files.Write("in/x/Plan_1.xml", Planning.Log(Planning.Needle("Lession", "", "1.2.826.0.1.77.9.1")));
        _run.Files.Write("in/x/AblationValidation_1.xml", Planning.Log(Planning.Needle("AblationZone", "", "1.2.826.0.1.77.9.2"), "2024-03-12_10-15-00 12.00.00"));
        Assert.Equal(2, _run.Run(_run.Options()).Count);
        var map = new UidMap(_run.Key);
        _run.Files.WriteSeries("out/tumor", map.Map("1.2.826.0.1.77.9.1"));
        _run.Files.WriteSeries("out/ablation", map.Map("1.2.826.0.1.77.9.2"));
        _run.Files.WriteSeries("out/ct", map.Map(Planning.SourceUid));
        var none = System.Threading.CancellationToken.None;
        var links = SegmentationPlan.Read([_run.Out], [], SidecarIndex.Read([_run.Out], new RunContext(_run.Listener) { Workers = 1 }), new RunContext(_run.Listener));
        var tumor = links.Single(link => link.Label == "Tumor");
        Assert.Null(tumor.Problem);
        Assert.Equal(Path.Combine(_run.Out, "ablation"), tumor.PartnerPath);
        Assert.Equal(Path.Combine(_run.Out, "ct"), tumor.SourcePath);
    }

    private string Subject(string patientId) => new SubjectIds(_run.Key, "SUBJ-").Derive(new PatientIdentity(patientId, "", ""));

    private void Refused(string id, GivenIdentity? given = null)
    {
        Assert.Empty(_run.Run(_run.Options(), given));
        var failure = Assert.Single(_run.Listener.Failures);
        Assert.Equal(id, failure.Error.Id);
        Assert.DoesNotMatch("Muster|4711|9999", failure.Message);
        Assert.False(Directory.Exists(_run.Out));
    }
}

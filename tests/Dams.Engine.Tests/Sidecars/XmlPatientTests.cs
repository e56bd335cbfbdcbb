using System.IO;
using System.Linq;
using Dams.Identities;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sidecars;

/// <summary>Whose an XML file is.</summary>
public sealed class XmlPatientTests : XmlRunTestBase
{
    [Fact]
    public void A_file_that_names_nobody_is_of_the_patient_of_the_images_around_it()
    {
        Run.Files.WriteSeries("in/a/images", "1.2.826.0.1.77.1.3");
        Run.Files.WriteSeries("in/b/images", "1.2.826.0.1.77.2.3", "MRN-4712", "Hong^Gildong");
        Run.Files.Write("in/a/xml/Plan_1.xml", Nameless);
        Run.Files.Write("in/b/xml/Plan_1.xml", Nameless);
        Assert.Equal([Subject("MRN-4711"), Subject("MRN-4712")], Run.Run(Run.Options()).Select(result => result.Subject));
    }

    [Fact]
    public void Without_images_the_patient_is_the_one_that_the_XML_names_or_its_neighbour()
    {
        Run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        Run.Files.Write("in/PatientInfo.xml", Nameless);
        Assert.All(Run.Run(Run.Options()), result => Assert.Equal(Subject("MRN-4711"), result.Subject));
        Assert.Empty(Run.Listener.Failures);
    }

    [Fact]
    public void One_subject_id_is_not_given_to_the_patients_of_two_folders_one_after_the_other()
    {
        var given = new GivenIdentity("LIVER-7", null, null);
        Run.Files.WriteSeries("in/a/images", "1.2.826.0.1.77.1.3");
        Run.Files.WriteSeries("in/b/images", "1.2.826.0.1.77.2.3", "MRN-4712", "Hong^Gildong");
        Run.Files.Write("in/a/Plan_1.xml", Nameless);
        Run.Files.Write("in/b/Plan_1.xml", Nameless);
        var run = new XmlProtectionRun(Run.Options(), new RunContext(Run.Listener));

        Assert.Equal("LIVER-7", Assert.Single(Protect("a")).Subject);
        Assert.Empty(Protect("b"));
        Assert.Equal(nameof(IdentityErrors.SeveralPatients), Run.Listener.Failures.Single().Error.Id);

        ProtectedXml[] Protect(string folder)
        {
            string[] paths = [Path.Combine(Run.In, folder)];
            return [.. run.Protect(paths, SidecarIndex.Read(paths, new RunContext(Run.Listener)), given)];
        }
    }

    [Fact]
    public void A_map_with_two_subjects_for_a_patient_is_refused()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("LIVER-7", "MRN-4711", ""));
        map.Add(new SubjectMapEntry("LIVER-8", "MRN-4711", ""));

        Assert.Equal("AmbiguousSubjectMap", Assert.Throws<DamsException>(() => Run.Options() with { SubjectMap = map }).Id);
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.UnknownXmlPatient))]
    public void Who_cannot_be_known_does_not_come_out()
    {
        Run.Files.Write("in/Plan_1.xml", Nameless);
        Refused(nameof(SidecarErrors.UnknownXmlPatient));
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.UnknownXmlPatient))]
    public void Between_the_images_of_two_patients_nobody_can_say()
    {
        Run.Files.WriteSeries("in/a", "1.2.826.0.1.77.1.3");
        Run.Files.WriteSeries("in/b", "1.2.826.0.1.77.2.3", "MRN-4712");
        Run.Files.Write("in/Plan_1.xml", Nameless);
        Refused(nameof(SidecarErrors.UnknownXmlPatient));
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.OtherXmlPatient))]
    public void XML_of_somebody_else_than_the_images_does_not_come_out()
    {
        Run.Files.WriteSeries("in/images", "1.2.826.0.1.77.1.3");
        Run.Files.Write("in/Plan_1.xml", Planning.Log("", patientId: "MRN-9999"));
        Refused(nameof(SidecarErrors.OtherXmlPatient));
    }

    [Fact]
    public void With_a_subject_id_the_user_vouches_for_it()
    {
        Run.Files.WriteSeries("in/images", "1.2.826.0.1.77.1.3");
        Run.Files.Write("in/Plan_1.xml", Planning.Log("<Note>Muster, MRN-4711 or MRN-9999</Note>", patientId: "MRN-9999"));
        var result = Assert.Single(Run.Run(Run.Options(), new GivenIdentity("M03", null, null)));
        Assert.Equal("M03", result.Subject);
        Assert.DoesNotMatch("Muster|4711|9999", File.ReadAllText(result.Path));
    }

    [Fact]
    public void Beside_images_that_are_protected_already_the_subject_is_theirs()
    {
        Run.Files.WriteSeries("in/images", "2.25.1", Subject("MRN-4711"), "SUBJ");
        Run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        Assert.Equal(Subject("MRN-4711"), Assert.Single(Run.Run(Run.Options())).Subject);
    }

    [Fact]
    public void A_subject_map_wins_and_its_subjects_stay_subjects()
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("S-1", "MRN-4711", ""));
        Run.Files.Write("in/a/Plan_1.xml", Planning.Log(""));
        Run.Files.WriteSeries("in/b", "2.25.1", "S-1", "S-1");
        Run.Files.Write("in/b/PatientInfo.xml", Nameless);
        Assert.All(Run.Run(Run.Options() with { SubjectMap = map }), result => Assert.Equal("S-1", result.Subject));
    }

    [Theory]
    [InlineData("Basic", "S-1")]
    [InlineData("Encode", "S-1_20240312")]
    public void The_new_name_is_made_as_that_of_the_images_is(string profile, string expected)
    {
        var map = new SubjectMap();
        map.Add(new SubjectMapEntry("S-1", "MRN-4711", ""));
        Run.Files.WriteSeries("in/images", Planning.SourceUid);
        Run.Files.Write("in/Plan_1.xml", Planning.Log("").Replace("patientID=", "patientName=\"Muster^Erika\" patientID="));

        var result = Assert.Single(Run.Run(Run.Options(profile) with { SubjectMap = map }));

        Assert.Contains($"patientName=\"{expected}\"", File.ReadAllText(result.Path));
    }

    [Fact]
    public void The_new_name_has_the_format_that_is_asked_for_and_never_a_name_of_the_patient()
    {
        Run.Files.WriteSeries("in/images", Planning.SourceUid);
        Run.Files.Write("in/Plan_1.xml", Planning.Log("").Replace("patientID=", "patientName=\"Muster^Erika\" patientID="));

        var result = Assert.Single(Run.Run(Run.Options() with { PatientNameFormat = "Liver^{Subject}" }));

        Assert.Contains($"patientName=\"Liver^{Subject("MRN-4711")}\"", File.ReadAllText(result.Path));
        Assert.Empty(Run.Run(Run.Options() with { PatientNameFormat = "Erika {Subject}", Force = true }));
        Assert.Equal(nameof(IdentityErrors.GivenValueIsPatients), Assert.Single(Run.Listener.Failures).Error.Id);
    }

    [Fact]
    [CoversError(nameof(IdentityErrors.SeveralPatients))]
    public void One_subject_id_does_not_make_one_of_two_patients()
    {
        Run.Files.Write("in/a/Plan_1.xml", Planning.Log(""));
        Run.Files.Write("in/b/Plan_1.xml", Planning.Log("", patientId: "MRN-4712"));
        var result = Run.Run(Run.Options(), new GivenIdentity("M03", null, null));
        Assert.Single(result);
        Assert.Equal([nameof(IdentityErrors.SeveralPatients)], Run.Listener.Failures.Select(failure => failure.Error.Id));
    }

    [Fact]
    [CoversError(nameof(IdentityErrors.GivenValueIsPatients))]
    public void A_subject_id_that_is_the_patients_own_number_is_refused()
    {
        Run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        Refused(nameof(IdentityErrors.GivenValueIsPatients), new GivenIdentity("MRN-4711", null, null));
    }
}

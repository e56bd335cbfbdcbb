using System;
using System.IO;
using System.Linq;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sidecars;

public sealed class XmlProtectionRunTests : XmlRunTestBase
{
    [Fact]
    [CoversError(nameof(SidecarErrors.UnknownXml))]
    public void XML_of_a_kind_that_nobody_knows_does_not_come_out()
    {
        Run.Files.WriteSeries("in/images", "1.2.826.0.1.77.1.3");
        Run.Files.Write("in/report.xml", "<Report name=\"Muster\"/>");
        Refused(nameof(SidecarErrors.UnknownXml));
    }

    [Fact]
    [CoversError(nameof(SidecarErrors.MalformedXml))]
    [CoversError(nameof(SidecarErrors.XmlWithDtd))]
    public void A_broken_file_is_one_failure_and_the_others_come_out()
    {
        Run.Files.Write("in/Plan_0.xml", "<Eagles");
        Run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        Run.Files.Write("in/Plan_2.xml", "<!DOCTYPE Eagles [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Eagles>&x;</Eagles>");
        Assert.Single(Run.Run(Run.Options()));
        Assert.Equal([nameof(SidecarErrors.MalformedXml), nameof(SidecarErrors.XmlWithDtd)], Run.Listener.Failures.Select(failure => failure.Error.Id));
        Assert.Single(Directory.GetFiles(Run.Out, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void At_the_destination_no_path_and_no_name_tells_of_the_patient()
    {
        Run.Files.Write("in/Muster Erika/2024-03-12_10-15-00/Plan_Muster_2024-03-12.xml", Planning.Log(""));
        Run.Files.Write("in/Muster Erika/2024-03-12_10-15-00/ablationvalidation_MRN-4711.XML", Planning.Log(""));
        Run.Files.Write("in/Muster Erika/info of Erika.xml", "<PatientInfo ID=\"MRN-4711\"/>");
        var results = Run.Run(Run.Options());
        var names = results.Select(result => Path.GetRelativePath(Run.Out, result.Path).Replace('\\', '/')).ToArray();
        Assert.Equal(3, names.Length);
        Assert.Matches($"^{Subject("MRN-4711")}/XML/Xml_[0-9a-f]{{8}}\\.xml$", names.Single(name => name.Contains("Xml_", StringComparison.Ordinal)));
        Assert.Single(names, name => name.Contains("/Plan_", StringComparison.Ordinal));
        Assert.Single(names, name => name.Contains("/AblationValidation_", StringComparison.Ordinal));
        Assert.All(names, name => Assert.DoesNotMatch("Muster|Erika|4711|2024", name));
    }

    [Fact]
    public void In_place_a_name_stays_unless_it_tells_of_the_patient_or_a_date()
    {
        Run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        Run.Files.Write("in/Plan_2024-03-12_10-15-00.xml", Planning.Log("<a/>"));
        Run.Files.Write("in/Plan_4711 Muster.xml", Planning.Log("<b/>"));
        Run.Files.Write("in/PatientInfo.xml", "<PatientInfo ID=\"MRN-4711\" Initial=\"Muster Erika\"/>");
        var results = Run.Run(Run.Options(inPlace: true));
        var names = Directory.GetFiles(Run.In).Select(file => Path.GetFileName(file)!).Order().ToArray();
        Assert.Equal(results.Select(result => Path.GetFileName(result.Path)).Order(), names);
        Assert.Equal(2, names.Count(name => name is "Plan_1.xml" or "PatientInfo.xml"));
        Assert.Equal(2, names.Count(name => System.Text.RegularExpressions.Regex.IsMatch(name, "^Plan_[0-9a-f]{8}\\.xml$")));
        Assert.Equal(["2 XML files were renamed: the name held what identifies or a date."], Run.Listener.Warnings.Select(warning => warning.Message));
    }

    [Fact]
    public void In_place_a_date_in_a_name_stays_where_the_profile_keeps_dates()
    {
        Run.Files.Write("in/Plan_2024-03-12.xml", Planning.Log(""));
        Assert.Equal("Plan_2024-03-12.xml", Path.GetFileName(Assert.Single(Run.Run(Run.Options("Encode", inPlace: true))).Path));
    }

    [Fact]
    public void Folders_stay_where_that_is_asked_for()
    {
        Run.Files.Write("in/a/b/Plan_1.xml", Planning.Log(""));
        var result = Assert.Single(Run.Run(Run.Options() with { KeepStructure = true }));
        Assert.Equal(Path.Combine(Run.Out, "a", "b", "Plan_1.xml"), result.Path);
    }

    [Fact]
    [CoversError(nameof(FileErrors.OutputExists))]
    public void What_is_there_already_is_replaced_only_where_that_is_asked_for()
    {
        Run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        var first = Assert.Single(Run.Run(Run.Options()));
        File.WriteAllText(first.Path, "old");
        Assert.Empty(Run.Run(Run.Options()));
        Assert.Equal([nameof(FileErrors.OutputExists)], Run.Listener.Failures.Select(failure => failure.Error.Id));
        Assert.Equal("old", File.ReadAllText(first.Path));
        Assert.Single(Run.Run(Run.Options() with { Force = true }));
        Assert.NotEqual("old", File.ReadAllText(first.Path));
    }

    [Fact]
    [CoversError(nameof(FileErrors.DestinationInsideSource))]
    public void A_destination_inside_the_source_is_refused()
    {
        Run.Files.Write("in/Plan_1.xml", Planning.Log(""));
        var options = Run.Options() with { Destination = Path.Combine(Run.In, "out") };
        Assert.Equal(nameof(FileErrors.DestinationInsideSource), Assert.Throws<DamsException>(() => Run.Run(options)).Id);
    }

    [Fact]
    public void After_the_protection_the_plan_still_says_which_masks_are_partners()
    {
        Run.Files.Write("in/x/Plan_1.xml", Planning.Log(Planning.Needle("Lession", "", "1.2.826.0.1.77.9.1")));
        Run.Files.Write("in/x/AblationValidation_1.xml", Planning.Log(Planning.Needle("AblationZone", "", "1.2.826.0.1.77.9.2"), "2024-03-12_10-15-00 12.00.00"));
        Assert.Equal(2, Run.Run(Run.Options()).Count);
        var map = new UidMap(Run.Key);
        Run.Files.WriteSeries("out/tumor", map.Map("1.2.826.0.1.77.9.1"));
        Run.Files.WriteSeries("out/ablation", map.Map("1.2.826.0.1.77.9.2"));
        Run.Files.WriteSeries("out/ct", map.Map(Planning.SourceUid));
        var none = System.Threading.CancellationToken.None;
        var links = SegmentationPlan.Read([Run.Out], [], SidecarIndex.Read([Run.Out], new RunContext(Run.Listener) { Workers = 1 }), new RunContext(Run.Listener));
        var tumor = links.Single(link => link.Label == "Tumor");
        Assert.Null(tumor.Problem);
        Assert.Equal(Path.Combine(Run.Out, "ablation"), tumor.PartnerPath);
        Assert.Equal(Path.Combine(Run.Out, "ct"), tumor.SourcePath);
    }
}

using System.Linq;
using Xunit;

namespace Dams.Tests.Sidecars;

/// <summary>Which tumour and which ablation belong to each other.</summary>
public sealed class PartnerTests : SegmentationPlanTestBase
{
    [Fact]
    public void Among_several_recordings_the_one_of_the_same_time_has_the_partner()
    {
        foreach (var time in new[] { "2024-03-12_10-15-00", "2024-03-12_11-20-00" })
        {
            var folder = $"Study_0/Series_3/CAS-One Recordings/{time}";
            _ = Folder.WriteSeries($"{folder}/Segmentations/SeriesNo_3/SegmentationNo_0", $"{TumorUid}.{time[11..13]}");
            _ = Folder.WriteSeries($"{folder}/Segmentations/SeriesNo_28/SegmentationNo_0", $"{AblationUid}.{time[11..13]}");
            Folder.Write($"{folder}/Plan_1.xml", Planning.Log(Planning.Needle("Lession", TumorPath), $"{time} 10.48.12"));
            Folder.Write($"{folder}/AblationValidation_1.xml", Planning.Log(Planning.Needle("AblationZone", AblationPath), $"{time} 12.00.00"));
        }
        var links = Read([], []);
        Assert.Equal(4, links.Count);
        Assert.All(links, link => Assert.Equal(RecordingOf(link.Path), RecordingOf(link.PartnerPath!)));
    }

    [Fact]
    public void In_oneFolder_the_first_word_of_the_time_tells_which_is_the_partner()
    {
        foreach (var (number, time) in new[] { (1, "2024-03-12_10-15-00"), (2, "2024-03-12_11-20-00") })
        {
            Folder.Write($"xml/Plan_{number}.xml", Planning.Log(Planning.Needle("Lession", "", $"{TumorUid}.{number}"), $"{time} 10.48.12"));
            Folder.Write($"xml/AblationValidation_{number}.xml", Planning.Log(Planning.Needle("AblationZone", "", $"{AblationUid}.{number}"), $"{time} 12.00.00"));
            _ = Folder.WriteSeries($"t{number}", $"{TumorUid}.{number}");
            _ = Folder.WriteSeries($"a{number}", $"{AblationUid}.{number}");
        }
        var links = Read();
        Assert.Equal(4, links.Count);
        Assert.All(links, link => Assert.Equal(link.SeriesInstanceUID![^2..], link.PartnerSeriesInstanceUID![^2..]));
    }

    [Fact]
    public void Two_that_could_be_the_partner_are_told_and_none_is_taken()
    {
        _ = WriteMasks("Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        _ = WriteMasks("Segmentations/SeriesNo_28/SegmentationNo_0", AblationUid);
        _ = WriteMasks("Segmentations/SeriesNo_28/SegmentationNo_1", $"{AblationUid}.1");
        WritePlan("Plan_1.xml", Planning.Needle("Lession", TumorPath));
        WritePlan("AblationValidation_1.xml", Planning.Needle("AblationZone", AblationPath));
        WritePlan("AblationValidation_2.xml", Planning.Needle("AblationZone", AblationPath.Replace("No_0", "No_1", System.StringComparison.Ordinal)));
        var tumor = Read([], []).Single(link => link.Label == "Tumor");
        Assert.Equal("It could be the partner of several.", tumor.Problem);
        Assert.Null(tumor.PartnerPath);
    }

    [Fact]
    public void Patients_are_never_paired_with_each_other()
    {
        _ = Folder.WriteSeries("a/Segmentations/SeriesNo_3/SegmentationNo_0", TumorUid);
        _ = Folder.WriteSeries("b/Segmentations/SeriesNo_28/SegmentationNo_0", AblationUid);
        Folder.Write("a/Plan_1.xml", Planning.Log(Planning.Needle("Lession", TumorPath)));
        Folder.Write("b/AblationValidation_1.xml", Planning.Log(Planning.Needle("AblationZone", AblationPath), patientId: "MRN-4712"));
        Assert.All(Read([], []), link => Assert.Equal("It has no partner.", link.Problem));
    }

    private static string RecordingOf(string path) => path[..path.IndexOf("Segmentations", System.StringComparison.Ordinal)];
}

using System;
using System.IO;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>Files that have their pixel data in front of what says whose they are.</summary>
public sealed class ElementOrderTests : IDisposable
{
    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("native")]
    [InlineData("encapsulated")]
    [InlineData("encapsulated, a sequence last")]
    [InlineData("deflated")]
    public void A_file_with_the_patient_behind_the_pixel_data_is_protected_and_nobody_said_to_have_changed_it(string form)
    {
        _scene.WriteBytes("a/IM1", Source(form));

        var series = Assert.Single(Batch.Index(_scene.Source));
        Assert.Equal(("MRN-4711", "1.2.3", "1.2.3.1"), (series.PatientID, series.StudyInstanceUID, series.SeriesInstanceUID));

        foreach (var profile in new[] { ProfileBuilder.Basic, ProfileBuilder.Research, ProfileBuilder.Encode })
        {
            var output = Assert.Single(Assert.Single(_scene.Run(new(_scene[profile], BatchScene.Profile(profile), _scene.Key))).Files);
            Assert.Empty(_scene.Listener.Failures);
            Assert.Equal(-1, File.ReadAllBytes(output).AsSpan().IndexOf("Muster"u8));
        }
        _scene.Run(_scene.InPlace());
        Assert.Empty(_scene.Listener.Failures);
    }

    [Fact]
    public void A_file_cut_off_in_its_pixel_data_is_still_a_file_of_its_patient()
    {
        var whole = FileBuilder.Build(Syntax.JpegBaseline, dataset => WriteIds(dataset.Text("Modality", "CT")).Fragments([1, 2], [3, 4]));
        _scene.WriteBytes("a/IM1", whole[..^11]);

        Assert.Equal("MRN-4711", Assert.Single(Batch.Index(_scene.Source)).PatientID);
    }

    private static byte[] Source(string form) => form switch
    {
        "native" => FileBuilder.Build(
            Syntax.ExplicitLittle, dataset => WriteIds(dataset.Text("Modality", "CT").Bytes("PixelData", new byte[100_000], "OW"))),
        "deflated" => FileBuilder.Build(
            Syntax.Deflated, dataset => WriteIds(dataset.Text("Modality", "CT").Bytes("PixelData", new byte[100_000], "OW"))),
        "encapsulated" => FileBuilder.Build(
            Syntax.JpegBaseline, dataset => WriteIds(dataset.Text("Modality", "CT").Fragments([1, 2], [3, 4]))),
        _ => FileBuilder.Build(
            Syntax.JpegBaseline, dataset => WriteIds(dataset.Text("Modality", "CT").Fragments([1, 2], [3, 4]))
                .UndefinedSequence("ReferencedPatientSequence", item => item.Text("PatientName", "Muster^Erika"))),
    };

    private static DatasetBuilder WriteIds(DatasetBuilder dataset) => dataset
        .Text("SOPClassUID", FileBuilder.CTImageStorage)
        .Text("SOPInstanceUID", "1.2.3.4")
        .Text("PatientName", "Muster^Erika")
        .Text("PatientID", "MRN-4711")
        .Text("StudyInstanceUID", "1.2.3")
        .Text("SeriesInstanceUID", "1.2.3.1");
}

using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>What a run gives back and tells while it runs.</summary>
public sealed class ResultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Results_come_in_the_order_of_the_series_and_files_in_that_of_the_source()
    {
        // The first series is the largest: with several workers it is done last.
        for (var series = 1; series <= 12; series++)
        {
            for (var number = 1; number <= 3; number++)
            {
                var pixels = new byte[series == 1 ? 3_000_000 : 16];
                _folder.Write(Path.Combine("in", $"{series:D2}", $"{number}"), CT.Slice(series: $"1.2.3.{series}", number: number, more: instance => instance
                    .Add("PixelData", dataset => dataset.Bytes("PixelData", pixels, "OW"))));
            }
        }

        var results = Batch.Run(Batch.Options(_folder["out"]), new RunContext(_listener) { Workers = 4 }, _folder["in"]);

        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"1.2.3.{i}"), results.Select(result => result.SourceSeriesInstanceUID));
        Assert.All(results, result =>
        {
            Assert.Equal(["00001", "00002", "00003"], result.Files.Select(file => Path.GetFileName(file)[..5]));
            Assert.All(result.Files, file => Assert.Equal(result.Path, Path.GetDirectoryName(file)));
            Assert.All(result.Files, file => Assert.True(File.Exists(file)));
        });
    }

    [Fact]
    public void Progress_is_told_at_most_five_times_a_second_and_never_beyond_the_whole()
    {
        for (var i = 0; i < 400; i++)
            _folder.Write(Path.Combine("in", $"{i}"), CT.Slice(series: $"1.2.3.{i / 4}", number: i));
        var time = Stopwatch.StartNew();

        Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]);

        var seconds = time.Elapsed.TotalSeconds;
        Assert.True(_listener.Reports.Count <= 1 + seconds * 5, $"{_listener.Reports.Count} reports in {seconds} s");
        Assert.All(_listener.Reports, report => Assert.True(report.FilesDone <= report.FilesKnown && report.FilesDone >= 0));
    }

    [Theory]
    [InlineData("Encode", 1)]
    [InlineData("Basic", 0)]
    public void A_digital_signature_that_stays_and_no_longer_fits_is_told(string profile, int expected)
    {
        _folder.Write(Path.Combine("in", "signed"), CT.Slice(number: 1, more: instance => instance.Sequence(
            "DigitalSignaturesSequence", signature => signature.Text("DigitalSignatureUID", "1.2.3.9").Bytes("Signature", [1, 2, 3, 4]))));
        _folder.Write(Path.Combine("in", "plain"), CT.Slice(number: 2));

        Batch.Run(Batch.Options(_folder["out"]) with { Profile = Deidentified.Profile(profile) }, _listener, _folder["in"]);

        Assert.Equal(expected, _listener.Warnings.Count(warning => warning.Id == "BrokenSignature" && warning.Message.StartsWith("1 file", System.StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("CT Abd (Dr. Xu) (Dr. Xu) (Dr. Xu) (Dr. Xu) (Dr. Xu) Leber klein.", 1)]
    [InlineData("CT Abd (Dr. Xu) Leber", 0)]
    public void A_cleaned_text_that_is_shortened_ends_at_a_word_and_is_told(string text, int expected)
    {
        _folder.Write(Path.Combine("in", "1"), CT.Slice(more: instance => instance.Text("StudyDescription", text)));

        var results = Batch.Run(Batch.Options(_folder["out"]) with { Profile = Deidentified.Profile("Research") }, _listener, _folder["in"]);

        Assert.Equal(expected, _listener.Warnings.Count(warning => warning.Id == "ShortenedText"
            && warning.Message.StartsWith("1 file has", StringComparison.Ordinal) && warning.Message.Contains("StudyDescription") && !warning.Message.Contains("Leber")));
        var cleaned = Dams.Tests.Support.Reading.FileReading.Parse(File.ReadAllBytes(results[0].Files[0])).Find("StudyDescription")!.Text;
        Assert.True(cleaned.Length <= 64);
        Assert.EndsWith("]) Leber", cleaned, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"abdomen nativ Xu\Ngwo", @"abdomen nativ\[removed]", 1)]
    [InlineData(@"abdomen Xu\Ngwo", @"abdomen [x]\[removed]", 0)]
    public void A_name_that_goes_on_in_the_next_value_leaves_what_there_is_room_for_and_that_is_told(string text, string expected, int warnings)
    {
        _folder.Write(Path.Combine("in", "1"), CT.Slice(more: instance => instance.Text("PatientName", "Xu^Ngwo").Text("FrameLabelVector", text)));

        var results = Batch.Run(Batch.Options(_folder["out"]) with { Profile = Deidentified.Profile("Research") }, _listener, _folder["in"]);

        Assert.Equal(expected, Dams.Tests.Support.Reading.FileReading.Parse(File.ReadAllBytes(results[0].Files[0])).Find("FrameLabelVector")!.Text);
        Assert.Equal(warnings, _listener.Warnings.Count(warning => warning.Id == "ShortenedText" && warning.Message.Contains("FrameLabelVector")));
    }

    [Fact]
    public void Results_are_given_while_the_run_goes_on()
    {
        for (var i = 0; i < 10; i++)
            _folder.Write(Path.Combine("in", $"{i}"), CT.Slice(series: $"1.2.3.{i}"));
        var series = Batch.Index(_folder["in"]);
        using var run = new ProtectionRun(Batch.Options(_folder["out"]), new RunContext(_listener));
        var before = 0;
        for (var i = 0; i < series.Count; i++)
        {
            before += run.Add(series[i], Batch.Nothing).Count;
            Assert.True(SpinWait.SpinUntil(() => OutputCount() > i, TimeSpan.FromMinutes(1)));
        }

        var after = run.Complete().Count();

        Assert.True(before > 0, "all results waited for the end");
        Assert.Equal(10, before + after);

        int OutputCount() => Directory.GetFiles(_folder["out"], "*.dcm", SearchOption.AllDirectories).Length;
    }

    [Fact]
    public void A_failure_names_its_file_by_number_and_its_path_apart()
    {
        _folder.Write(Path.Combine("in", "Muster_Erika", "1"), CT.Slice(number: 1));
        var bad = _folder.Write(Path.Combine("in", "Muster_Erika", "2"), CT.Slice(number: 2)[..^2]);

        Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]);

        var failure = Assert.Single(_listener.Failures);
        Assert.Equal(bad, failure.SourcePath);
        Assert.Equal($"File 2: {failure.Error.Message}", failure.Message);
        Assert.DoesNotContain("Muster", failure.Message, StringComparison.Ordinal);
    }
}

using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary><c>dams xml --repaired-series</c>: what <c>dams link --json</c> has written, and what has not.</summary>
public sealed class RepairedSeriesFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RepairedSeriesFileTests() => _folder.Write("in/PatientInfo.xml", "<PatientInfo ID='MRN-4711' Initial='Muster Erika' DOB='1952-08-17'/>"u8.ToArray());

    public void Dispose() => _folder.Dispose();

    [Theory, CoversError("UnreadableRepairedSeries")]
    [InlineData("")]
    [InlineData("subj,MRN\nS-1,MRN-4711\n")]
    [InlineData("[]\n")]
    [InlineData("null\n")]
    [InlineData("7\n")]
    [InlineData("{\"event\":\"repaired\"}\n")]
    [InlineData("{\"event\":\"repaired\",\"sourcePath\":1}\n")]
    [InlineData("{\"event\":\"repaired\",\"sourcePath\":\"/in\",\"path\":\"/out\",\"seriesInstanceUID\":\"1.2\",\"seriesNumber\":\"many\",\"instanceCount\":1}\n")]
    public void What_is_no_result_of_a_repair_stops_the_run(string text) => AssertRefused(_folder.Write("repaired.jsonl", System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_result_that_is_not_there_stops_the_run() => AssertRefused(_folder["missing.jsonl"]);

    [Fact]
    public void A_repair_that_found_no_segmentation_is_a_result()
    {
        _folder.Write("repaired.jsonl", "{\"event\":\"started\"}\n"u8.ToArray());

        Assert.Equal(0, Protect(_folder["repaired.jsonl"]).ExitCode);
    }

    private void AssertRefused(string path)
    {
        var run = Protect(path);

        Assert.Equal((2, "UnreadableRepairedSeries"), (run.ExitCode, (string?)run.EventsOf("error").Single()["id"]));
        Assert.DoesNotContain("4711", run.Error + run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    private DamsCommand Protect(string repaired) => DamsCommand.Run(
        _folder, "xml", "in", "--destination", "out", "--key", TestKey.WriteTo(_folder), "--subject-id", "S-1", "--repaired-series", repaired, "--json");
}

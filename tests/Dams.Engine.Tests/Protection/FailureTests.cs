using System;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>A bad file never ends a batch, and a file is whole or absent.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [CoversError("TruncatedElement")]
    public void Of_a_series_with_a_file_that_ends_early_the_others_come_out()
    {
        Write("1", CT.Slice(number: 1));
        Write("2", CT.Slice(number: 2)[..^3]);
        Write("3", CT.Slice(number: 3));

        var result = Assert.Single(Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]));

        Assert.Equal((2, 1), (result.InstanceCount, result.FailedCount));
        Assert.Equal(2, AssertOnlyWhole());
        var failure = Assert.Single(_listener.Failures);
        Assert.Equal("TruncatedElement", failure.Error.Id);
        Assert.Equal("File 2", failure.Item);
        Assert.Equal(_folder[Path.Combine("in", "2")], failure.SourcePath);
    }

    [Fact]
    [CoversError("NotInCharacterSet")]
    public void A_name_that_one_file_cannot_write_fails_that_file_alone()
    {
        Write("1", CT.Slice(number: 1, more: instance => instance.Text("SpecificCharacterSet", "ISO_IR 192")));
        Write("2", CT.Slice(number: 2));

        var result = Assert.Single(Batch.Run(
            Batch.Options(_folder["out"]), _listener, Batch.Index(_folder["in"]), new(null, "홍^길동", null)));

        Assert.Equal((1, 1), (result.InstanceCount, result.FailedCount));
        Assert.Equal("NotInCharacterSet", Assert.Single(_listener.Failures).Error.Id);
        Assert.Equal(1, AssertOnlyWhole());
    }

    [Fact]
    [CoversError("ValueTooLong")]
    public void A_new_value_that_does_not_fit_fails_that_file_alone()
    {
        Write("1", CT.Slice(more: instance => instance.Text("ImageType", "ORIGINAL")));
        var values = string.Join('\\', Enumerable.Repeat("DERIVED", 9_000));
        var profile = Deidentified.Profile("Basic", replace: new() { ["ImageType"] = values });

        var result = Assert.Single(Batch.Run(Batch.Options(_folder["out"]) with { Profile = profile }, _listener, _folder["in"]));

        Assert.Equal((0, 1, ""), (result.InstanceCount, result.FailedCount, result.Path));
        Assert.Equal("ValueTooLong", Assert.Single(_listener.Failures).Error.Id);
        Assert.Equal(0, AssertOnlyWhole());
    }

    [Fact]
    [CoversError("OutputExists")]
    public void What_is_there_already_stays_unless_it_may_be_replaced()
    {
        Write("1", CT.Slice());
        var result = Assert.Single(Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]));
        File.WriteAllText(result.Files[0], "precious");

        var second = Assert.Single(Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]));

        Assert.Equal((0, 1), (second.InstanceCount, second.FailedCount));
        Assert.Equal("OutputExists", Assert.Single(_listener.Failures).Error.Id);
        Assert.Equal("precious", File.ReadAllText(result.Files[0]));

        Batch.Run(Batch.Options(_folder["out"]) with { Force = true }, _listener, _folder["in"]);
        Assert.NotEqual("precious", File.ReadAllText(result.Files[0]));
        Assert.Equal(1, AssertOnlyWhole());
    }

    [Fact]
    [CoversError("UnwritableOutput")]
    public void An_output_that_cannot_be_written_fails_that_file_alone()
    {
        Write("1", CT.Slice("MRN-1", "1.2.1", "1.2.1.1"));
        Write("2", CT.Slice("MRN-2", "1.2.2", "1.2.2.1"));
        var subject = Batch.Run(Batch.Options(_folder["first"]), new RecordingListener(), _folder["in"])[0].Subject;
        _folder.Write(Path.Combine("out", subject), "a file where a folder has to be"u8.ToArray());

        var results = Batch.Run(Batch.Options(_folder["out"]), _listener, _folder["in"]);

        Assert.Equal([(0, 1), (1, 0)], results.Select(result => (result.InstanceCount, result.FailedCount)));
        Assert.Equal("UnwritableOutput", Assert.Single(_listener.Failures).Error.Id);
    }

    [Fact]
    [CoversError("PatientChanged")]
    public void A_file_that_is_of_another_patient_by_now_is_not_mixed_up()
    {
        Write("1", CT.Slice());
        var series = Batch.Index(_folder["in"]);
        Write("1", CT.Slice("MRN-OTHER"));

        Batch.Run(Batch.Options(_folder["out"]), _listener, series, Batch.Nothing);

        Assert.Equal("PatientChanged", Assert.Single(_listener.Failures).Error.Id);
        Assert.Equal(0, AssertOnlyWhole());
    }

    [Fact]
    public void A_file_that_went_away_is_told()
    {
        Write("1", CT.Slice(number: 1));
        Write("2", CT.Slice(number: 2));
        var series = Batch.Index(_folder["in"]);
        File.Delete(_folder[Path.Combine("in", "1")]);

        var result = Assert.Single(Batch.Run(Batch.Options(_folder["out"]), _listener, series, Batch.Nothing));

        Assert.Equal((1, 1), (result.InstanceCount, result.FailedCount));
        Assert.Equal("UnreadableFile", Assert.Single(_listener.Failures).Error.Id);
    }

    [Fact]
    public void A_stop_leaves_no_half_file()
    {
        for (var i = 1; i <= 40; i++)
            Write($"{i}", CT.Slice(number: i, more: instance => instance.Add("PixelData", dataset => dataset.Bytes("PixelData", new byte[400_000], "OW"))));
        var series = Batch.Index(_folder["in"]);
        using var stop = new CancellationTokenSource();
        using (var run = new ProtectionRun(Batch.Options(_folder["out"]), new RunContext(_listener, stop.Token)))
        {
            run.Add(series[0], Batch.Nothing);
            stop.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => run.Complete().ToArray());
        }

        var whole = AssertOnlyWhole();
        Assert.True(whole < 40, $"{whole} of 40 came out before the stop was heard.");
    }

    [Fact]
    public void A_run_that_is_given_up_leaves_no_half_file()
    {
        for (var i = 1; i <= 40; i++)
            Write($"{i}", CT.Slice(number: i));
        using (var run = new ProtectionRun(Batch.Options(_folder["out"]), new RunContext(_listener)))
            run.Add(Batch.Index(_folder["in"])[0], Batch.Nothing);

        AssertOnlyWhole();
        Assert.Empty(_listener.Failures);
    }

    private int AssertOnlyWhole()
    {
        var files = Batch.Tree(_folder["out"]);
        Assert.All(files, file => Assert.EndsWith(".dcm", file.Key, StringComparison.Ordinal));
        Assert.All(files, file => Assert.Equal("SUBJ", Support.Reading.FileReading.Parse(file.Value).Find("PatientID")!.Text[..4]));
        return files.Count;
    }

    private void Write(string name, byte[] bytes) => _folder.Write(Path.Combine("in", name), bytes);
}

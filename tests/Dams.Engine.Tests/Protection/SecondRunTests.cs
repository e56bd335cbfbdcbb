using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

/// <summary>A run over the output of an earlier one.</summary>
public sealed class SecondRunTests : IDisposable
{
    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Output_that_is_there_is_one_error_for_each_patient_which_names_Resume()
    {
        _scene.WriteMany(patients: 2, slices: 5);
        var first = _scene.Run(_scene.ToDestination());

        var second = _scene.Run(_scene.ToDestination());

        var told = _scene.Listener.Failures.Where(failure => !failure.IsRepeat).ToArray();
        Assert.Equal(2, told.Length);
        Assert.All(told, failure => Assert.Contains("-Resume", failure.Message, StringComparison.Ordinal));
        Assert.Equal(
            first.Select(series => series.Subject).Distinct().Order(StringComparer.Ordinal),
            told.Select(failure => failure.Item.Split(" of ")[1]).Order(StringComparer.Ordinal));
        Assert.Equal(10, second.Sum(series => series.FailedCount));
        Assert.Equal(10, _scene.Summary.Failed);
    }

    [Fact]
    public void Each_file_that_is_there_is_in_the_failure_log()
    {
        _scene.WriteMany(patients: 1, slices: 4);
        _scene.Run(_scene.ToDestination());
        var listener = new RecordingListener();
        using (var log = new FailureLog(_scene["failures.csv"], null, listener))
            Batch.Run(_scene.ToDestination(), new RunContext(log), _scene.Source);

        using var reader = new StreamReader(_scene["failures.csv"]);
        var lines = CsvText.Read(reader).Skip(1).ToArray();
        Assert.Equal(["IM001", "IM002", "IM003", "IM004"], lines.Select(line => Path.GetFileName(line[2])));
        Assert.All(lines, line => Assert.Equal("OutputExists", line[3]));
    }

    [Fact]
    public void Another_failure_among_them_is_told_as_ever()
    {
        _scene.WriteMany(patients: 1, slices: 4);
        _scene.Run(_scene.ToDestination());
        var path = Path.Combine(_scene.Source, "p1", "IM003");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^3]);

        _scene.Run(_scene.ToDestination());

        Assert.Equal(
            ["OutputExists", "TruncatedElement"],
            _scene.Listener.Failures.Where(failure => !failure.IsRepeat).Select(failure => failure.Error.Id).Order(StringComparer.Ordinal));
    }
}

using System;
using System.IO;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>An option that is not one must not become a path or a value: the run would go on without what was asked.</summary>
public sealed class MistypedOptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _key;

    public MistypedOptionTests()
    {
        _key = TestKey.WriteTo(_folder);
        _folder.Write(Path.Combine("in", "1"), CT.Slice());
        _folder.Write(Path.Combine("-odd", "1"), CT.Slice());
        _folder.Write(Path.Combine("@odd", "1"), CT.Slice());
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--no-such-option", "protect", "in", "--destination", "out", "--no-such-option")]
    [InlineData("--optoin", "protect", "in", "--destination", "out", "--optoin", "CleanPixelData")]
    [InlineData("--optoin", "protect", "in", "--destination", "out", "--optoin=CleanPixelData")]
    [InlineData("-force", "protect", "in", "--destination", "out", "-force")]
    [InlineData("--forse", "protect", "in", "--destination", "out", "--remove", "PatientComments", "--forse")]
    [InlineData("--jbos", "protect", "in", "--destination", "--jbos")]
    [InlineData("-", "protect", "-", "--destination", "out")]
    [InlineData("-1", "protect", "-1", "--destination", "out")]
    [InlineData("--jsn", "series", "in", "--jsn")]
    [InlineData("--cvs", "series", "in", "--cvs", "out")]
    [InlineData("--jsn", "audit", "in", "--jsn")]
    [InlineData("--jsn", "demo", "--jsn")]
    [InlineData("--jsn", "demo", "out", "--jsn")]
    public void It_is_exit_code_2_before_anything_is_written(string mistyped, params string[] arguments)
    {
        string[] key = arguments[0] == "protect" ? ["--key", _key] : [];

        var run = DamsCommand.Run(_folder, [.. arguments[..1], .. key, .. arguments[1..]]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"dams: There is no option {mistyped}.", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.False(Directory.Exists(_folder["out"]));
        Assert.False(Directory.Exists(_folder[mistyped]));
    }

    [Theory]
    [InlineData("--force=maybe", "--force takes no value but true and false.")]
    [InlineData("--json:yes", "--json takes no value but true and false.")]
    [InlineData("/json", "There is no option /json. Write --json.")]
    [InlineData("/jobs:2", "There is no option /jobs. Write --jobs.")]
    public void An_option_in_another_form_is_no_path(string mistyped, string told)
    {
        var run = DamsCommand.Run(_folder, "protect", "in", "--destination", "out", "--key", _key, mistyped);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"dams: {told}", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("--destination", "--key")]
    [InlineData("--destination", "-h")]
    [InlineData("--destination=")]
    [InlineData("--destination", "out", "--jobs=", "2")]
    public void The_option_after_one_without_its_value_is_not_that_value(params string[] arguments)
    {
        var run = DamsCommand.Run(_folder, ["protect", "in", .. arguments, _key]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has no value.", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
        Assert.False(Directory.Exists(_folder["--key"]));
    }

    [Theory]
    [InlineData("--", "-odd")]
    [InlineData("--option", "CleanDescriptors", "--", "-odd", "in")]
    [InlineData("@odd")]
    [InlineData("in", "--patient-name=-x")]
    [InlineData("in", "--jobs=2")]
    public void A_path_or_a_value_with_such_a_start_can_be_given(params string[] arguments)
    {
        var run = DamsCommand.Run(_folder, ["protect", "--destination", "out", "--key", _key, .. arguments]);

        Assert.Equal((0, "out"), (run.ExitCode, run.ExitCode == 0 ? "out" : run.Error));
        Assert.NotEmpty(Batch.Tree(_folder["out"]));
    }

    [Fact]
    public void A_number_below_zero_is_the_value_of_the_option_before_it()
    {
        var run = DamsCommand.Run(_folder, "protect", "in", "--destination", "out", "--key", _key, "--jobs", "-1");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("dams: --jobs takes", run.Error, StringComparison.Ordinal);
    }
}

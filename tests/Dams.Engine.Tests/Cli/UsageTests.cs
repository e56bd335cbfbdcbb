using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>Arguments and configuration that cannot be used: exit code 2, a reason for people, and nothing done.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _key;

    public UsageTests()
    {
        _key = TestKey.WriteTo(_folder);
        _folder.Write(Path.Combine("in", "Muster_Erika", "1"), CT.Slice());
        _folder.Write(Path.Combine("text", "readme.txt"), "hello"u8.ToArray());
        _folder.Write("malformed.key", [1, 2, 3]);
        _folder.Write("malformed.csv", "a,b\n"u8.ToArray());
        _folder.Write("ambiguous.csv", "subj,MRN\nA,MRN-4711\nB,MRN-4711\n"u8.ToArray());
        Directory.CreateDirectory(_folder["empty"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("UnknownProfile", "--profile", "Basik")]
    [InlineData("UnknownAttribute", "--remove", "PatientsShoeSize")]
    [InlineData("UnknownAttribute", "--keep", "PatientsShoeSize")]
    [InlineData("UnknownAttribute", "--replace", "PatientsShoeSize=43")]
    [InlineData("UnknownAttribute", "--replace", "StudyDescription")]
    [InlineData("UnknownPlace", "--patient-name-format", "{Name}")]
    [InlineData("InvalidSubjectID", "--subject-id", "../x")]
    [InlineData("InvalidSubjectID", "--subject-prefix", "../")]
    [InlineData("InvalidPatientName", "--patient-name", "A\\B")]
    [InlineData("UnreadableBirthDate", "--patient-birth-date", "20011301")]
    [InlineData("UnreadableKey", "--key", "missing.key")]
    [InlineData("MalformedKey", "--key-path", "malformed.key")]
    [InlineData("UnreadableSubjectMap", "--subject-map", "missing.csv")]
    [InlineData("MalformedSubjectMap", "--subject-map", "malformed.csv")]
    [InlineData("AmbiguousSubjectMap", "--subject-map", "ambiguous.csv")]
    [InlineData("OptionsOfEncode", "--profile", "Encode", "--option", "RetainUIDs")]
    [InlineData("ContradictoryDates", "--option", "RetainLongitudinalFullDates", "RetainLongitudinalModifiedDates")]
    public void A_configuration_that_cannot_be_used_is_exit_code_2(string id, params string[] arguments)
    {
        string[] key = arguments[0].StartsWith("--key", StringComparison.Ordinal) ? [] : ["--key", _key];

        var run = DamsCommand.Run(_folder, ["protect", "in", "--destination", "out", "--json", .. key, .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(id, (string?)DamsCommand.Property(Assert.Single(run.EventsOf("error")), "Id"));
        Assert.StartsWith("dams: ", run.Error, StringComparison.Ordinal);
        AssertNothingDone(run);
    }

    [Theory]
    [CoversError("NothingFound")]
    [InlineData("empty")]
    [InlineData("text")]
    [InlineData("missing")]
    public void Nothing_to_protect_is_exit_code_2(string path)
    {
        var run = DamsCommand.Run(_folder, "protect", path, "--destination", "out", "--key", _key, "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("NothingFound", (string?)DamsCommand.Property(Assert.Single(run.EventsOf("error")), "Id"));
        AssertNothingDone(run);
    }

    [Theory]
    [InlineData]
    [InlineData("fly")]
    [InlineData("series")]
    [InlineData("demo")]
    [InlineData("demo", "a", "b")]
    [InlineData("protect", "in")]
    [InlineData("protect", "--destination", "out")]
    [InlineData("protect", "in", "--destination")]
    [InlineData("protect", "in", "--destination", "out", "--jobs", "0")]
    [InlineData("protect", "in", "--destination", "out", "--jobs", "257")]
    [InlineData("protect", "in", "--destination", "out", "--jobs", "x")]
    [InlineData("protect", "in", "--destination", "out", "--id-width", "x")]
    [InlineData("protect", "", "--destination", "out")]
    [InlineData("protect", "in", "--destination", "")]
    [InlineData("demo", "")]
    [InlineData("protect", "in", "--destination", "out", "\u2014option", "CleanPixelData")]
    [InlineData("protect", "in", "--destination", "out", "\u2013option", "CleanPixelData")]
    [InlineData("protect", "in", "--destination", "out", "--option", "RetainEverything")]
    [InlineData("protect", "in", "--destination", "out", "--option", ",")]
    [InlineData("protect", "in", "--destination", "out", "--option", "RetainUIDs,CleanPixelData")]
    [InlineData("[suggest]", "protect")]
    [InlineData("[diagram]", "protect", "in", "--destination", "out")]
    [InlineData("protect", "in", "--destination", "out", "--destination", "out2")]
    public void Arguments_that_cannot_be_used_are_exit_code_2(params string[] arguments)
    {
        var run = DamsCommand.Run(_folder, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("dams: ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("dams --help tells what there is.", run.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("Dams.", run.Error, StringComparison.Ordinal);
        AssertNothingDone(run);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("protect", "--help")]
    [InlineData("protect", "-h", "in", "--force=maybe")]
    [InlineData("protect", "in", "--no-such-option", "--help")]
    [InlineData("protect", "in", "--option", ",", "-h")]
    [InlineData("--version")]
    public void Help_is_on_standard_output_and_exit_code_0(params string[] arguments)
    {
        var run = DamsCommand.Run(_folder, arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual("", run.Output);
    }

    // What completion offers for a keyword, thousands of names, is not what help is read for.
    [Fact]
    public void Help_of_every_command_fits_a_screen()
    {
        var commands = DamsCommand.Run(_folder, "--help").Output.Split('\n')
            .SkipWhile(line => !line.StartsWith("Commands:", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])
            .ToList();
        Assert.Contains("protect", commands);
        foreach (var command in commands)
        {
            var run = DamsCommand.Run(_folder, command, "--help");

            Assert.Equal(0, run.ExitCode);
            Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 500));
        }
    }

    [Fact]
    public void A_destination_that_cannot_be_written_to_is_exit_code_2()
    {
        var run = DamsCommand.Run(_folder, "protect", "in", "--destination", Path.Combine("malformed.key", "out"), "--key", _key);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot be written to", run.Error, StringComparison.Ordinal);
    }

    private void AssertNothingDone(DamsCommand run)
    {
        Assert.False(Directory.Exists(_folder["out"]) && Batch.Tree(_folder["out"]).Count > 0);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", run.Error + run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["home"]), "a key was made for nothing");
    }
}

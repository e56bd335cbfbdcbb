using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary><c>dams audit</c> as a script calls it: exit code, summary, log.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AuditTests() => _folder.Write(Path.Combine("in", "1"), CT.Slice());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("NothingToAudit", "audit", "--json", "empty")]
    [InlineData("NothingToAudit", "audit", "--json", "missing")]
    [InlineData("EmptySubjectMap", "audit", "--json", "in", "--subject-map", "map.csv")]
    [InlineData("NoOriginals", "audit", "--json", "in", "--reference", "empty")]
    [InlineData("NoOriginals", "audit", "--json", "in", "--reference", "missing")]
    public void An_audit_of_nothing_is_exit_code_2(string id, params string[] arguments)
    {
        Directory.CreateDirectory(_folder["empty"]);
        _folder.Write("map.csv", "subj,MRN,CT_date\n"u8.ToArray());

        var run = DamsCommand.Run(_folder, arguments);

        Assert.Equal((2, id), (run.ExitCode, (string?)run.EventsOf("error").Single()["id"]));
        Assert.Empty(run.EventsOf("summary"));
    }

    [Fact]
    public void An_audit_ends_with_what_it_read_compared_and_found()
    {
        var people = DamsCommand.Run(_folder, "audit", "in", "--reference", "in");
        var program = DamsCommand.Run(_folder, "audit", "in", "--reference", "in", "--json");

        Assert.Equal((1, 1), (people.ExitCode, program.ExitCode));
        Assert.Contains("1 file read, 1 original compared: ", people.Error, StringComparison.Ordinal);
        var summary = program.EventsOf("summary").Single();
        Assert.Equal((1, 1), ((int?)summary["files"], (int?)summary["originals"]));
        Assert.Equal(program.EventsOf("finding").Count(), summary["findings"]!.AsObject().Sum(kind => (int)kind.Value!));
        Assert.True((int?)summary["findings"]!["MissingMark"] == 1);
    }

    [Fact]
    public void Which_file_a_message_means_and_what_is_no_DICOM_is_in_the_log_of_a_mere_listing()
    {
        _folder.Write(Path.Combine("in", "Muster_Erika"), CT.Slice(number: 2)[..300]);
        _folder.Write(Path.Combine("in", "notes.txt"), "nothing of a patient, and long enough to be read as a header"u8.ToArray());

        var run = DamsCommand.Run(_folder, "series", "in", "--failure-log", "log.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("Muster_Erika", run.Error, StringComparison.Ordinal);
        var lines = File.ReadAllLines(_folder["log.csv"]).Skip(1).Select(line => line.Split(',')).ToArray();
        Assert.Equal([("File 2", "Muster_Erika"), ("File 3", "notes.txt")], lines.Select(cells => (cells[0], cells[2])));
        Assert.Equal("NotDicom", lines[1][3]);
    }
}

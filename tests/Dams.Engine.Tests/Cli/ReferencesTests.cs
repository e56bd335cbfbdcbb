using System;
using System.Linq;
using Dams.Tests.Segmentations;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class ReferencesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Scene _scene = new();

    public ReferencesTests()
    {
        _scene.WriteCT("in/CT_3", "1.2.3.1");
        _scene.WriteObject("in/SEG_60/s.dcm", "1.2.3.60", source: "1.2.3.1");
    }

    public void Dispose()
    {
        _scene.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void References_writes_a_table_for_people()
    {
        var run = DamsCommand.Run(_folder, "references", _scene["in"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Matches("^Subject +Segmentation +Label +Lesion +Drawn on +Partner +Problem$", lines[0]);
        Assert.Matches("^MRN-4711 +SEG_60 +something +CT_3$", lines[1]);
    }

    [Fact]
    public void References_writes_JSON_for_programs()
    {
        var run = DamsCommand.Run(_folder, "references", _scene["in"], "--json");

        Assert.Equal(0, run.ExitCode);
        var row = Assert.Single(run.EventsOf("reference").ToArray());
        Assert.Equal("MRN-4711", (string?)row["subject"]);
        Assert.Equal(_scene["in/CT_3"], (string?)row["sourcePath"]);
        Assert.Null((string?)row["problem"]);
    }

    [Fact]
    public void References_tells_what_is_not_here()
    {
        var run = DamsCommand.Run(_folder, "references", _scene["in/SEG_60"]);

        Assert.Contains("not here", run.Output, StringComparison.Ordinal);
    }
}

using Dams.Cli.Output;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class ProgressLineTests
{
    private readonly ProgressLine _line = new();

    [Fact]
    public void A_shorter_line_leaves_nothing_of_a_longer_one()
    {
        Assert.Equal("\r10 of 10 files", _line.Show("10 of 10 files", 80));
        Assert.Equal("\r9 files       ", _line.Show("9 files", 80));
        Assert.Equal("\r       \r", _line.Clear());
        Assert.Equal("", _line.Clear());
    }

    [Fact]
    public void A_console_that_reads_no_escape_sequences_gets_none()
    {
        var all = _line.Show("10 of 10 files", 80) + _line.Show("9", 80) + _line.Clear();
        Assert.DoesNotContain('\u001b', all);
    }

    [Fact]
    public void A_line_never_wraps()
    {
        Assert.Equal("\r10 of", _line.Show("10 of 10 files", 6));
        Assert.Equal(14, _line.Show(new string('x', 13), 0).Length);
    }
}

using System;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace Dams.Tests.Benchmark;

public sealed class BenchmarkTests(ITestOutputHelper output)
{
    // The best team of the MIDI-B challenge reached it.
    private const double Best = 99.93;

    [Theory]
    [InlineData(1)]
    [InlineData(20240311)]
    [InlineData(4711)]
    public void Identifiers_leave_instances_of_many_kinds_and_all_else_stays(int seed)
    {
        var score = BenchmarkRun.Run(seed);

        output.WriteLine(score.ToString());
        Assert.Equal(Enum.GetValues<Category>(), score.Categories);
        Assert.True(score.Overall >= Best, score.ToString());
        Assert.True(score.PercentOf(Category.UidConsistent) == 100 && score.PercentOf(Category.PatIdConsistent) == 100 && score.PercentOf(Category.PixelsHidden) == 100, score.ToString());
    }

    [Fact]
    public void The_dates_of_each_person_are_moved_and_of_each_by_another_number_of_days()
    {
        var score = BenchmarkRun.Run(7);

        Assert.All(score.Moved, days => Assert.NotEqual(0, days));
        Assert.Equal(score.Moved.Count, score.Moved.Distinct().Count());
    }
}

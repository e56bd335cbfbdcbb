using System;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sources;

/// <summary>The day of an examination: AcquisitionDate, else the date of AcquisitionDateTime, else SeriesDate, ContentDate, StudyDate.</summary>
public sealed class CTDateTests : IDisposable
{
    private static readonly string[] Attributes = ["AcquisitionDate", "AcquisitionDateTime", "SeriesDate", "ContentDate", "StudyDate"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("20240301", "20240302101112.5+0100", "20240303", "20240304", "20240305", "20240301")]
    [InlineData(null, "20240302101112.5+0100", "20240303", "20240304", "20240305", "20240302")]
    [InlineData("", "", "20240303", "20240304", "20240305", "20240303")]
    [InlineData(null, null, null, "20240304", "20240305", "20240304")]
    [InlineData(null, null, null, null, "20240305", "20240305")]
    [InlineData(null, null, null, null, null, "")]
    [InlineData("unknown", "2024", "20241301", "2024.03.04", "20240305", "20240304")]
    [InlineData("20240230", null, null, null, "20240305", "20240305")]
    [InlineData(" 20240301 ", null, null, null, null, "20240301")]
    [InlineData("20240301\\20240302", null, null, null, null, "20240301")]
    public void The_first_that_is_a_date_counts(string? a, string? b, string? c, string? d, string? e, string expected)
    {
        var values = new[] { a, b, c, d, e };
        _folder.Write("1", CT.Slice(more: instance =>
        {
            for (var i = 0; i < Attributes.Length; i++)
            {
                instance.Without(Attributes[i]);
                if (values[i] is { } value)
                    instance.Text(Attributes[i], value);
            }
        }));

        Assert.Equal(expected, Assert.Single(Batch.Index(_folder.Path)).CTDate);
    }

    [Fact]
    public void Of_a_series_over_midnight_the_earliest_day_counts()
    {
        _folder.Write("1", CT.Slice(number: 1, more: instance => instance.Text("AcquisitionDate", "20240312")));
        _folder.Write("2", CT.Slice(number: 2, more: instance => instance.Text("AcquisitionDate", "20240311")));
        _folder.Write("3", CT.Slice(number: 3, more: instance => instance.Without("AcquisitionDate").Without("StudyDate")));

        Assert.Equal("20240311", Assert.Single(Batch.Index(_folder.Path)).CTDate);
    }
}

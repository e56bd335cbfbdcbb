using System;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

/// <summary>Cells as Import-Excel and Import-Csv give them.</summary>
public sealed class CellValueTests : IDisposable
{
    private readonly ListBench _bench = new();

    public CellValueTests() => _bench.Write("a", "0004711", "Muster^Anna");

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData(" #name? ")]
    [InlineData(double.NaN)]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("<NA>")]
    public void An_error_of_a_spreadsheet_is_one_of_its_row_in_every_column(object value)
    {
        Assert.Equal("CellWithoutValue", Problem("Patient_ID", value));
        Assert.Equal("CellWithoutValue", Problem("MRN", value));
        Assert.Equal("CellWithoutValue", Problem("Patient_Name", value));
        Assert.Equal("CellWithoutValue", Problem("Date_of_Birth", value));
        Assert.Equal("CellWithoutValue", Problem("Path", value));
    }

    [Theory, CoversError("LostCharacters")]
    [InlineData("Patient_ID")]
    [InlineData("Patient_Name")]
    [InlineData("Path")]
    public void Text_that_was_read_in_the_wrong_encoding_is_an_error(string title) => Assert.Equal("LostCharacters", Problem(title, "M\uFFFDller"));

    [Fact]
    public void A_number_or_a_date_is_no_name()
    {
        Assert.Equal("UnreadableName", Problem("Patient_Name", 17.0));
        Assert.Equal("UnreadableName", Problem("Patient_Name", new DateTime(2024, 3, 11)));
    }

    [Fact]
    public void What_stands_in_other_columns_does_not_matter() => Assert.Null(Problem("Remark", "#N/A"));

    private string? Problem(string title, object value) =>
        Assert.Single(_bench.Plan(new PlanOptions(), [(title, value), ("Patient_Dir_Paths", "a")])).Error?.Id;
}

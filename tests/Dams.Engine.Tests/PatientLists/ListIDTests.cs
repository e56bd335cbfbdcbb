using System;
using Dams.PatientLists;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

public sealed class ListIDTests
{
    [Theory]
    [InlineData(" MRN-4711 ", "MRN-4711", false)]
    [InlineData("004711", "004711", false)]
    [InlineData("4711", "4711", false)]
    [InlineData("4711.0", "4711", true)]
    [InlineData("4711.5", "4711.5", false)]
    [InlineData(4711.0, "4711", true)]
    [InlineData(4711, "4711", true)]
    [InlineData(4711L, "4711", true)]
    [InlineData(999999999999999.0, "999999999999999", true)]
    [InlineData(0.0, "0", true)]
    public void An_id_is_text_or_a_whole_number(object value, string text, bool isNumber) =>
        Assert.Equal(new ListID(text, isNumber), ListID.Read(value));

    [Theory, CoversError("UnreadableID")]
    [InlineData(4711.5)]
    [InlineData(-4711.0)]
    [InlineData(-4711)]
    [InlineData(1e15)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(true)]
    public void A_number_that_lost_digits_is_an_error(object value) =>
        Assert.Equal("UnreadableID", Assert.Throws<DamsException>(() => ListID.Read(value)).Id);

    [Fact]
    public void An_id_that_a_spreadsheet_took_for_a_date_is_an_error() =>
        Assert.Equal("UnreadableID", Assert.Throws<DamsException>(() => ListID.Read(new DateTime(2024, 3, 11))).Id);

    [Theory]
    [InlineData("4711", "004711", true)]
    [InlineData("0004711", "4711", true)]
    [InlineData("4711", "47110", false)]
    [InlineData("A07", "A7", false)]
    [InlineData("A07", "A07", true)]
    [InlineData("a07", "A07", false)]
    [InlineData("0", "", false)]
    [InlineData("4711", "", false)]
    public void Zeros_in_front_do_not_count_where_both_are_numbers(string id, string other, bool isLike) =>
        Assert.Equal(isLike, new ListID(id, true).Matches(other));
}

using System;
using System.Globalization;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.PatientLists;

public sealed class BirthDateTests
{
    [Theory]
    [InlineData("19520817")]
    [InlineData("1952-08-17")]
    [InlineData(" 1952/8/17 ")]
    [InlineData("1952.08.17")]
    [InlineData("1952. 8. 17.")]
    [InlineData("1952년 8월 17일")]
    [InlineData("1952年8月17日")]
    [InlineData("17.08.1952")]
    [InlineData("17. 8. 1952")]
    [InlineData("17/08/1952")]
    [InlineData("8/17/1952")]
    [InlineData("17-08-1952")]
    [InlineData("17 Aug 1952")]
    [InlineData("17-Aug-1952")]
    [InlineData("17. August 1952")]
    [InlineData("August 17, 1952")]
    [InlineData("AUG 17TH 1952")]
    [InlineData("1952-08-17T00:00:00")]
    [InlineData("1952-08-17T00:00:00.000+02:00")]
    [InlineData("1952-08-17 00:00:00")]
    [InlineData("8/17/1952 12:00:00 AM")]
    [InlineData("17.08.1952 00:00")]
    [InlineData("19223")]
    [InlineData("19223.0")]
    [InlineData("19520817.0")]
    public void A_date_is_read_in_the_forms_in_which_people_write_it(string text) =>
        Assert.Equal("19520817", BirthDate.Read(text));

    [Fact]
    public void A_date_is_read_as_a_date_and_as_the_number_of_a_spreadsheet()
    {
        Assert.Equal("19520817", BirthDate.Read(new DateTime(1952, 8, 17, 13, 0, 0)));
        Assert.Equal("19520817", BirthDate.Read(new DateTimeOffset(1952, 8, 17, 23, 0, 0, TimeSpan.FromHours(-8))));
        Assert.Equal("19520817", BirthDate.Read(new DateTime(1952, 8, 17).ToOADate()));
        Assert.Equal("19520817", BirthDate.Read(19223.75));
        Assert.Equal("19520817", BirthDate.Read(19223));
        Assert.Equal("19520817", BirthDate.Read(19520817.0));
    }

    [Fact]
    public void The_culture_of_the_account_does_not_count()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal("19520817", BirthDate.Read("17.08.1952"));
            Assert.Equal("19520817", BirthDate.Read(19223.0));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory, CoversError("AmbiguousBirthDate")]
    [InlineData("08/07/1952")]
    [InlineData("8-7-1952")]
    public void Where_day_and_month_can_change_places_nothing_is_guessed(string text) =>
        Assert.Equal("AmbiguousBirthDate", Assert.Throws<DamsException>(() => BirthDate.Read(text)).Id);

    [Fact]
    public void The_same_number_twice_is_one_day() => Assert.Equal("19520808", BirthDate.Read("08/08/1952"));

    [Theory, CoversError("UnreadableBirthDate")]
    [InlineData("soon")]
    [InlineData("1952")]
    [InlineData(1952.0)]
    [InlineData(72.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData("17.08.52")]
    [InlineData("1952-02-30")]
    [InlineData("1952-13-01")]
    [InlineData("19521301")]
    [InlineData("0952-01-01")]
    [InlineData("17 Foo 1952")]
    [InlineData(true)]
    public void What_is_no_day_is_an_error(object value) =>
        Assert.Equal("UnreadableBirthDate", Assert.Throws<DamsException>(() => BirthDate.Read(value)).Id);
}

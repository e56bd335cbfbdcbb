using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Subjects;

public sealed class PatientNameFormatTests
{
    [Theory]
    [InlineData("{Subject}_{CTDate}", "20240311", "SUBJ-1_20240311")]
    [InlineData("{Subject}_{CTDate}", "", "SUBJ-1")]
    [InlineData("{Subject}^{CTDate}", "", "SUBJ-1")]
    [InlineData("{Subject} - {CTDate}", "20240311", "SUBJ-1 - 20240311")]
    [InlineData("Liver^{Subject}", "20240311", "Liver^SUBJ-1")]
    [InlineData("{Subject}{Subject}", "", "SUBJ-1SUBJ-1")]
    [InlineData("Anonymous", "20240311", "Anonymous")]
    public void Places_take_their_values_and_go_with_their_separator_where_there_is_none(string format, string date, string expected) =>
        Assert.Equal(expected, new PatientNameFormat(format).Format("SUBJ-1", date));

    [Theory]
    [CoversError("UnknownPlace")]
    [InlineData("{PatientName}")]
    [InlineData("{Subject}_{Date}")]
    [InlineData("{}")]
    [InlineData("{subject}")]
    public void A_place_that_is_none_is_an_error_of_the_configuration(string format)
    {
        var error = Assert.Throws<DamsException>(() => new PatientNameFormat(format));

        Assert.Equal("UnknownPlace", error.Id);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
    }

    [Fact]
    [CoversError("NameTooLong")]
    public void A_name_longer_than_the_standard_allows_is_an_error()
    {
        var format = new PatientNameFormat("{Subject}");

        Assert.Equal(64, format.Format(new string('S', 64), "").Length);
        Assert.Equal("NameTooLong", Assert.Throws<DamsException>(() => format.Format(new string('S', 65), "")).Id);
    }
}

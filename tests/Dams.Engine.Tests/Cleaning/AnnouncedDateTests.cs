using Dams.Cleaning;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Days of examinations in technical texts, where a date may be that of a version.</summary>
public sealed class AnnouncedDateTests
{
    private static readonly TextCleaner Cleaner = new(new KnownValues(), shift: null, keepsDates: false);

    [Theory]
    [InlineData("since 2019-03-12", "since [removed]")]
    [InlineData("prior 12.03.2019", "prior [removed]")]
    [InlineData("dated 12 March 2019", "dated [removed]")]
    [InlineData("on March 12, 2019, repeated", "on [removed], repeated")]
    [InlineData("compared to 03/12/2019", "compared to [removed]")]
    [InlineData("Voruntersuchung vom 12.3.2019", "Voruntersuchung vom [removed]")]
    [InlineData("depuis 12/03/2019", "depuis [removed]")]
    [InlineData("since 12.03.19", "since [removed]")]
    [InlineData("prior 12 03 2019", "prior [removed]")]
    [InlineData("12.03.2019", "[removed]")]
    [InlineData("March 12, 2019 ", "[removed] ")]
    public void A_day_that_a_word_announces_goes(string text, string expected) => Assert.Equal(expected, Cleaner.CleanLabelled(text, 64));

    [Theory]
    [InlineData("syngo CT 2012B 2014-03-01")]
    [InlineData("Version 2019.03.12")]
    [InlineData("Release 12 March 2019")]
    [InlineData("on 3 channels")]
    [InlineData("from 1 to 20")]
    [InlineData("20190312_build7")]
    [InlineData("12.03.19")]
    [InlineData("29092000")]
    [InlineData("20190312")]
    [InlineData("from 29092000")]
    public void Another_date_or_number_stays(string text) => Assert.Equal(text, Cleaner.CleanLabelled(text, 64));
}

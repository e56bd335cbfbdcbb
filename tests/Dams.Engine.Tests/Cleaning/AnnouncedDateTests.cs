using System;
using System.Linq;
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
    [InlineData("on 20190312", "on [removed]")]
    [InlineData("dated 20190312, repeated", "dated [removed], repeated")]
    [InlineData("12.03.2019", "[removed]")]
    [InlineData("March 12, 2019 ", "[removed] ")]
    public void A_day_that_a_word_announces_goes(string text, string expected) => Assert.Equal(expected, Cleaner.CleanLabelled(text, TextKind.Product, 64));

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
    public void Another_date_or_number_stays(string text) => Assert.Equal(text, Cleaner.CleanLabelled(text, TextKind.Product, 64));

    [Theory]
    [InlineData("12.03.19")]
    [InlineData("03/12/19")]
    [InlineData("20190312")]
    [InlineData(" 20190312 ")]
    public void A_date_that_is_all_a_text_says_goes_where_no_product_is_named(string text)
    {
        var expected = text.Replace(text.Trim(), "[removed]", StringComparison.Ordinal);

        Assert.Equal((expected, expected), (Cleaner.CleanLabelled(text, TextKind.Technical, 64), Cleaner.Clean(text, 64)));
    }

    [Theory]
    [InlineData("2.1.03")]
    [InlineData("29092000")]
    [InlineData("19991399")]
    [InlineData("99.99.99")]
    [InlineData("12.03.19 b4")]
    [InlineData("30/60/90")]
    public void What_is_no_date_stays_there_too(string text) => Assert.Equal(text, Cleaner.CleanLabelled(text, TextKind.Technical, 64));

    [Theory]
    [InlineData("Allergies: none, prior 24.08.91", "Allergies: none, prior [removed]")]
    [InlineData("seen on 09 08 1994 again", "seen on [removed] again")]
    public void A_word_announces_a_day_in_a_comment_too(string text, string expected) => Assert.Equal(expected, Cleaner.Clean(text, 64));

    [Theory]
    [InlineData("geb. 01.01.1960")]
    [InlineData("DOB 1960-01-01")]
    public void A_birth_date_that_was_made_up_for_somebody_who_does_not_know_it_goes(string text)
    {
        var kinds = Enum.GetValues<TextKind>().Where(kind => kind != TextKind.Prose);

        Assert.All(kinds, kind => Assert.DoesNotContain("1960", Cleaner.CleanLabelled(text, kind, 64), StringComparison.Ordinal));
        Assert.DoesNotContain("1960", Cleaner.Clean(text, 64), StringComparison.Ordinal);
    }
}

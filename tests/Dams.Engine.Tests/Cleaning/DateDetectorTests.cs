using Dams.Cleaning;
using Dams.Cleaning.Dates;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class DateDetectorTests
{
    [Theory]
    [InlineData("on 2024-03-12", "2024-03-12")]
    [InlineData("on 12.03.2024", "12.03.2024")]
    [InlineData("vom 12. 03. 2024, venös", "12. 03. 2024")]
    [InlineData("am 2. 3. 2024", "2. 3. 2024")]
    [InlineData("le 12 / 03 / 2024", "12 / 03 / 2024")]
    [InlineData("12 March 2024", "12 March 2024")]
    [InlineData("March 12, 2024", "March 12, 2024")]
    [InlineData("20240312", "20240312")]
    [InlineData("ecografía del 15 de agosto, sin cambios", "15 de agosto")]
    [InlineData("TAC del 15 gennaio, invariata", "15 gennaio")]
    [InlineData("TC 3 febbraio: nodulo", "3 febbraio")]
    [InlineData("IRM le 1er mai", "1er mai")]
    [InlineData("Echo 15 May: normal", "15 May")]
    [InlineData("desde el 15 de agosto de 2019", "15 de agosto de 2019")]
    [InlineData("il 15 gennaio 2019", "15 gennaio 2019")]
    [InlineData("12. M\u00E4rz 2024", "12. M\u00E4rz 2024")]
    [InlineData("le 12 mars 2024", "12 mars 2024")]
    [InlineData("2024\uB144 3\uC6D4 12\uC77C", "2024\uB144 3\uC6D4 12\uC77C")]
    [InlineData("2024\u5E743\u670812\u65E5", "2024\u5E743\u670812\u65E5")]
    [InlineData("nodule removed 03/21, now pain", "03/21")]
    [InlineData("TIPS 11/20, follow-up", "11/20")]
    public void Dates_of_each_form_are_found(string text, string found) => Assert.Equal(found, Detected.By(Removing(), text));

    [Theory]
    [InlineData("12.3 x 4.5 mm")]
    [InlineData("segment 4/8")]
    [InlineData("lesions 1. 2. 12 mm")]
    [InlineData("version 3.2.1")]
    [InlineData("lesion 12 may be a cyst")]
    [InlineData("99.99.2024")]
    [InlineData("L4/5")]
    [InlineData("3/12 nodes positive, 11/14 negative")]
    [InlineData("image 03/21, Apgar 08/09")]
    [InlineData("BP 09/61, 03/21 mm")]
    [InlineData("1.2.840.10008.5.1.4.1.1.2")]
    public void What_is_no_date_is_left(string text) => Assert.Equal("", Detected.By(Removing(), text));

    [Fact]
    public void Dates_that_are_kept_are_left_and_a_birth_date_is_not()
    {
        var known = new KnownValues();
        known.Add([new KnownValue(KnownValueKind.BirthDate, "19520817")]);
        var detector = new DateDetector(null, keeps: true, known);

        Assert.Equal("17.08.1952", Detected.By(detector, "born 17.08.1952, seen 12.03.2024"));
    }

    [Theory]
    [InlineData("17. 08. 1952")]
    [InlineData("17. 8. 1952")]
    [InlineData("17. 08. 52")]
    [InlineData("17 / 08 / 1952")]
    [InlineData("8 / 17 / 52")]
    public void A_birth_date_with_spaces_between_its_parts_is_known(string date)
    {
        var known = new KnownValues();
        known.Add([new KnownValue(KnownValueKind.BirthDate, "19520817")]);

        Assert.Equal(date, Detected.By(new DateDetector(null, keeps: true, known, onlyKnown: true), $"Pat. *{date} CT"));
        Assert.Equal(date, Detected.By(new DateDetector(null, keeps: true, known, onlyKnown: true), $"CT {date} venous"));
    }

    [Fact]
    public void Of_known_dates_alone_no_other_is_found()
    {
        var known = new KnownValues();
        known.Add([new KnownValue(KnownValueKind.Date, "20240312")]);
        var detector = new DateDetector(null, keeps: false, known, onlyKnown: true);

        Assert.Equal("12.03.2024", Detected.By(detector, "12.03.2024 and 13.03.2024"));
    }

    private static DateDetector Removing() => new(null, keeps: false, new KnownValues());
}

using System;
using System.Linq;
using Dams.Cleaning;
using Dams.Sources.References;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification.Cleaning;

/// <summary>Digits of other scripts are digits: a number or date in them is found like any other, and none ends a file.</summary>
public sealed class DigitTests
{
    private static readonly TextCleaner Cleaner = new(new KnownValues(), DateShift.ForSubject(TestKey.Key, "SUBJ-0QXZ"), keepsDates: false);

    [Theory]
    [InlineData("192.168.10.254")]
    [InlineData("260416/1234")]
    [InlineData("44051401359")]
    [InlineData("800101-1234567")]
    [InlineData("11010519491231002X")]
    [InlineData("943 476 5919")]
    [InlineData("1 84 12 76 451 089 46")]
    [InlineData("12345678Z")]
    [InlineData("2341 2341 2346")]
    [InlineData("4711081512")]
    public void A_number_of_a_person_goes_whatever_digits_it_is_written_in(string number)
    {
        foreach (var zero in new[] { '0', '０', '٠', '۰', '०', '๐' })
        {
            var written = Write(number, zero);

            Assert.DoesNotContain(written, Cleaner.Clean($"seen {written} today", 1000), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2024-03-12")]
    [InlineData("12.03.2024")]
    [InlineData("2024年3月12日")]
    [InlineData("令和6年3月12日")]
    [InlineData("12 March 2024")]
    [InlineData("15 มีนาคม 2567")]
    public void A_date_is_moved_or_goes_whatever_digits_it_is_written_in(string date)
    {
        foreach (var zero in new[] { '0', '０', '٠', '۰', '๐' })
            Assert.DoesNotContain(Write(date, zero), Cleaner.Clean($"seen {Write(date, zero)} again", 1000), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("２６０４１６／１２３４")]
    [InlineData("٨٠٠١٠١-١٢٣٤٥٦٧")]
    [InlineData("２３４１ ２３４１ ２３４６")]
    [InlineData("1２.３4.５6.７8")]
    public void A_text_in_full_width_or_Arabic_digits_does_not_refuse_the_file(string text)
    {
        var source = new InstanceBuilder().Text("SpecificCharacterSet", "ISO_IR 192")
            .Add("SeriesDescription", dataset => dataset.Bytes("SeriesDescription", System.Text.Encoding.UTF8.GetBytes(text))).Build();

        var output = Deidentified.Reading(source, ProfileOf.Research());

        Assert.NotNull(output.Find("SeriesDescription"));
    }

    [Fact]
    public void A_tracking_id_in_other_digits_is_somebody_elses() => Assert.Null(LesionLabel.LesionOf("Lesion ٣"));

    private static string Write(string text, char zero) =>
        new([.. text.Select(character => character is >= '0' and <= '9' ? (char)(zero + character - '0') : character)]);
}

using System;
using System.Diagnostics;
using System.Linq;
using Dams.Cleaning;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Texts that somebody made to take long take as long as others of their length.</summary>
public sealed class LongTextTests
{
    private const int Short = 8 * 1024, Times = 16;

    private static readonly KnownValue[] Known =
    [
        new(KnownValueKind.Name, "Kim^Minseo=金^珉瑞=김^민서"),
        new(KnownValueKind.Name, "Petit^Hand"),
        new(KnownValueKind.Name, "Jie^Yining=安^石头"),
        new(KnownValueKind.Name, "Lee^Sang=이^상"),
        new(KnownValueKind.Identifier, "ZQ4410977"),
        new(KnownValueKind.Identifier, "MRN-04711"),
        new(KnownValueKind.BirthDate, "19490911"),
        new(KnownValueKind.Name, "オオノ^ユウコ"),
        new(KnownValueKind.Institution, "北京市第三人民医院"),
        new(KnownValueKind.Institution, "Saint Mary's Hospital, Essen"),
    ];

    [Theory]
    [InlineData("Aaa ")]
    [InlineData("1")]
    [InlineData("12 ")]
    [InlineData("1-")]
    [InlineData("A.")]
    [InlineData(".")]
    [InlineData(" ")]
    [InlineData("王小明")]
    [InlineData("김민서")]
    [InlineData("東京都千代田区")]
    [InlineData("Abc-")]
    [InlineData("12 rue de la ")]
    [InlineData("12.03.")]
    [InlineData("1 January ")]
    [InlineData("1.2.19 ")]
    [InlineData("May '19 ")]
    [InlineData("P.H. ")]
    [InlineData("M. ")]
    [InlineData("이상 (")]
    [InlineData("van de ")]
    [InlineData("김\n민")]
    [InlineData("김 \n ")]
    [InlineData("オオ")]
    [InlineData("MRN-0")]
    [InlineData("11 IX ")]
    [InlineData("一九四九年")]
    [InlineData("eleventh of September nineteen ")]
    [InlineData("St. Mary Klinik Essen ")]
    [InlineData("e\u0301")]
    [InlineData("林子涵已联系")]
    [InlineData("技林子涵")]
    [InlineData("节")]
    [InlineData("安妈")]
    [InlineData("自称安")]
    [InlineData("佐藤健に")]
    [InlineData("간호사편다은 ")]
    [InlineData("52/8/17.")]
    [InlineData("东4")]
    [InlineData("三院")]
    [InlineData("A_")]
    [InlineData("Abcd (daughter) ")]
    [InlineData("3.4.21 (Abcd ")]
    [InlineData("Abcd-Abcd agrees ")]
    [InlineData("vive sola Abc ")]
    [InlineData("inserted on a ")]
    [InlineData("guardia Abc ")]
    [InlineData("rue de la Abc ")]
    [InlineData("K. Abcd/")]
    [InlineData("called 7")]
    [InlineData("a@")]
    [InlineData("Mr. Petit T2 L5/S1 03.03.1952, 12345 Thornwick; ")]
    public void A_text_that_is_sixteen_times_as_long_takes_no_more_than_that(string unit)
    {
        var known = new KnownValues();
        known.Add(Known);
        var cleaner = new TextCleaner(known, shift: null, keepsDates: false);
        var (few, many) = (TimeOf(Short), TimeOf(Short * Times));

        // Four times the share, and a moment for whatever else the machine does; of the square of its length it would take 256 times.
        Assert.True(many < few * Times * 4 + TimeSpan.FromSeconds(2), $"{few} and {many}");

        TimeSpan TimeOf(int length)
        {
            var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));
            return Enumerable.Range(0, 2).Min(_ =>
            {
                var watch = Stopwatch.StartNew();
                cleaner.Clean(text, int.MaxValue);
                return watch.Elapsed;
            });
        }
    }
}

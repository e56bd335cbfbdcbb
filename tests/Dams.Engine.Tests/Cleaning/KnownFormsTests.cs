using Dams.Cleaning;
using Dams.Cleaning.Identifiers;
using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>The forms in which a known name or number stands in texts.</summary>
public sealed class KnownFormsTests
{
    [Theory]
    [InlineData("Yamazaru^Goro=山猿^五郎=ヤマザル^ゴロウ", "胸部 ﾔﾏｻﾞﾙ", "ﾔﾏｻﾞﾙ")]
    [InlineData("Yamazaru^Goro=山猿^五郎=ヤマザル^ゴロウ", "やまざる様", "やまざる")]
    [InlineData("ﾔﾏｻﾞﾙ^ｺﾞﾛｳ", "胸部 ヤマザル", "ヤマザル")]
    [InlineData("A=Волпертинков^Иван", "снимок Волпертинкова", "Волпертинкова")]
    [InlineData("A=Волпертинковик^Иван", "КТ Волпертинковика", "Волпертинковика")]
    [InlineData("A=Βολπερτῖνκελ^Ἄννα", "CT ΒΟΛΠΕΡΤΙΝΚΕΛ", "ΒΟΛΠΕΡΤΙΝΚΕΛ")]
    [InlineData("Quistenberg^Alrun^Beate", "for VANQUISTENBERG", "VANQUISTENBERG")]
    [InlineData("Quistenberg^Alrun^Beate", "ABQUISTENBERG", "ABQUISTENBERG")]
    [InlineData("Quistenberg^Alrun^Beate", "quistenbergab", "quistenbergab")]
    public void A_name_is_found_in_other_letters_and_endings(string name, string text, string found) =>
        Assert.Equal(found, Detected.By(new NameDetector([name]), text));

    [Theory]
    [InlineData("Yamazaru^Goro=山猿^五郎=モリ^ゴロウ", "検査のつもり")]
    [InlineData("A=Волпертинков^Иван", "печень без изменений")]
    [InlineData("Berg^Alrun", "VANADIUM")]
    public void What_only_resembles_a_name_is_left(string name, string text) =>
        Assert.Equal("", Detected.By(new NameDetector([name]), text));

    [Theory]
    [InlineData("77", "ID 77", "77")]
    [InlineData("77", "Patient: 77", "77")]
    [InlineData("77", "MRN 77", "77")]
    [InlineData("A7", "pid=a7", "a7")]
    [InlineData("77", "no 77", "")]
    [InlineData("77", "77 mm", "")]
    [InlineData("77", "ID 770", "")]
    [InlineData("7", "ID 7", "")]
    public void A_short_number_is_found_behind_a_label_alone(string number, string text, string found) =>
        Assert.Equal(found, Detected.By(new ShortIdentifierDetector([number]), text));

    [Theory]
    [InlineData("PLAN_WOLPERTINKE", "WOLPERTINKE")]
    [InlineData("PLAN_WOLPERTIN", "")] // shorter than the representation allows, so not cut off
    [InlineData("PLAN AXIAL LIVER", "")]
    public void A_name_that_the_representation_cuts_off_is_found(string text, string found)
    {
        var known = new KnownValues();
        known.Add([new KnownValue(KnownValueKind.Name, "Wolpertinkel^Hulda"), new KnownValue(KnownValueKind.Name, "Liverpool^Ida")]);

        Assert.Equal(found, Detected.By(new CutOffDetector(known), text));
    }

    [Fact]
    public void A_number_where_the_name_belongs_is_a_number()
    {
        var known = new KnownValues();
        known.Add([new KnownValue(KnownValueKind.Name, "ZQ4410977")]);

        Assert.Equal("see [removed]", new TextCleaner(known, shift: null, keepsDates: true).CleanKnown("see ZQ4410977"));
    }

    [Theory]
    [InlineData("copy of 2.25.50550550550550550550.", "2.25.50550550550550550550")]
    [InlineData("1.3.6.1.4.1.99999.7.5", "1.3.6.1.4.1.99999.7.5")]
    [InlineData("section 1.2.3.4.5.6", "")]
    [InlineData("2.25 mm", "")]
    public void A_UID_is_found_in_a_text_and_a_version_is_not(string text, string found) =>
        Assert.Equal(found, Detected.By(new UidDetector(uid => "2.25.1"), text));

    [Fact]
    public void A_UID_that_stays_is_no_finding() => Assert.Equal("", Detected.By(new UidDetector(uid => uid), "1.3.6.1.4.1.99999.7.5"));

    [Fact]
    public void Bytes_that_no_character_set_explains_are_found_as_they_are() =>
        Assert.Equal("\u0083\u0084\u0083}", Detected.By(new RawNames(["\u0083\u0084\u0083}^X"]), "CT \u0083\u0084\u0083}"));

    [Fact]
    public void Letters_of_Latin_1_are_no_such_bytes() => Assert.Equal("", Detected.By(new RawNames(["Bör^Ida"]), "Börse"));
}

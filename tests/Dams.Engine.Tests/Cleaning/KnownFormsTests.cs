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
    [InlineData("Quistenberg^Alrun", "ＱＵＩＳＴＥＮＢＥＲＧ", "ＱＵＩＳＴＥＮＢＥＲＧ")]
    [InlineData("Quistenberg^Alrun", "von Ｑｕｉｓｔｅｎｂｅｒｇ", "Ｑｕｉｓｔｅｎｂｅｒｇ")]
    [InlineData("Quistenberg^Alrun", "the Quistenbergs", "Quistenbergs")]
    [InlineData("Quistenberg^Alrun", "das Quistenbergsche Zeichen", "Quistenbergsche")]
    [InlineData("Quistenberg^Alrun", "Q u i s t e n b e r g", "Q u i s t e n b e r g")]
    [InlineData("Quistenberg^Alrun", "Q.U.I.S.T.E.N.B.E.R.G. thorax", "Q.U.I.S.T.E.N.B.E.R.G")]
    [InlineData("Quistenberg^Alrun", "Quisten-\r\nberg", "Quisten-\r\nberg")]
    [InlineData("Takahashi=髙橋^恵", "高橋 恵さん", "高橋 恵")]
    [InlineData("Zhang=張^小龍", "患者张小龙", "张小龙")]
    [InlineData("A=محمود^أحمد", "مَحْمُود", "مَحْمُود")]
    [InlineData("A=محمود^أحمد", "احمــد محمود", "احمــد محمود")]
    [InlineData("D'Quisten^Alrun", "dquistena", "dquistena")]
    [InlineData("D'Quisten^Alrun", "ADQUISTEN", "ADQUISTEN")]
    [InlineData("D'Quisten^Alrun", "DquistenAlrun", "DquistenAlrun")]
    public void A_name_is_found_in_other_letters_and_endings(string name, string text, string found) =>
        Assert.Equal(found, Detected.By(new NameDetector([name]), text));

    [Theory]
    [InlineData("Yamazaru^Goro=山猿^五郎=モリ^ゴロウ", "検査のつもり")]
    [InlineData("A=Волпертинков^Иван", "печень без изменений")]
    [InlineData("Berg^Alrun", "VANADIUM")]
    [InlineData("Sohn^Wan", "Swan-Ganz catheter")]
    [InlineData("Quistenberg^Alrun", "a b c d e f g h")]
    [InlineData("Ivory^Alrun", "Ivorysmith")]
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
    [InlineData("1234", "1234", "1234")]
    [InlineData("1234", "#1234 ", "1234")]
    [InlineData("1234", "1234 mm", "")]
    [InlineData("123", "123", "")]
    public void A_short_number_is_found_behind_a_label_or_as_a_whole_text(string number, string text, string found) =>
        Assert.Equal(found, Detected.By(new ShortIdentifierDetector([number]), text));

    [Theory]
    [InlineData("PLAN_WOLPERTINKE", "WOLPERTINKE")]
    [InlineData("PLAN_WOLPERTIN", "")] // shorter than the representation allows, so not cut off
    [InlineData("PLAN AXIAL LIVER", "")]
    [InlineData("WOLPERTINKELHULD", "WOLPERTINKELHULD")]
    [InlineData("HULDAWOLPERTINKE", "HULDAWOLPERTINKE")]
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

    [Theory]
    [InlineData("http://pacs/x?name=W%C3%B6lpert%C3%A4nkel&size=1", "W%C3%B6lpert%C3%A4nkel")]
    [InlineData("for W%F6lpert%E4nkel", "W%F6lpert%E4nkel")]
    [InlineData("for W&ouml;lpert&#228;nkel, again", "W&ouml;lpert&#228;nkel")]
    [InlineData("{\"name\":\"W\\u00F6lpert\\u00e4nkel\"}", "W\\u00F6lpert\\u00e4nkel")]
    [InlineData("W=C3=B6lpert=C3=A4nkel", "W=C3=B6lpert=C3=A4nkel")]
    [InlineData("pid%3D441%2D09770", "pid%3D441%2D09770")]
    [InlineData("50%20percent &amp; more", "")]
    [InlineData("K=10 & T=20", "")]
    public void A_name_is_found_behind_escapes(string text, string found) =>
        Assert.Equal(found, Detected.By(new EscapedTextDetector(new NameDetector(["Wölpertänkel^Åsa"]), new IdentifierDetector(["44109770"], FindingKind.Identifier)), text));

    [Theory]
    [InlineData("token UXVpc3RlbmJlcmdeQWxydW4=, T2", "UXVpc3RlbmJlcmdeQWxydW4=")]
    [InlineData("eyJuYW1lIjoiUXVpc3RlbmJlcmcifQ", "eyJuYW1lIjoiUXVpc3RlbmJlcmcifQ")]
    [InlineData("q=51756973 5175697374656E62657267", "5175697374656E62657267")]
    [InlineData("51756973:7175697374656e62657267", "7175697374656e62657267")]
    [InlineData("NDQxMDk3NzA=", "NDQxMDk3NzA=")]
    [InlineData("Abdomen nativ WindowCenterWidth 20240311101112 DEADBEEF", "")]
    [InlineData("1.2.840.113619.2.55.3.44109770 / 4d4f44454c", "")]
    public void A_name_is_found_behind_base64_and_hexadecimal_digits(string text, string found) =>
        Assert.Equal(found, Detected.By(new EncodedTextDetector(new NameDetector(["Quistenberg^Alrun"]), new IdentifierDetector(["44109770"], FindingKind.Identifier)), text));

    [Theory]
    [InlineData("ＺＱ４４１０９７７")]
    [InlineData("zq-441\\0977")]
    public void A_number_is_found_in_full_width_and_over_a_backslash(string text) =>
        Assert.Equal(text, Detected.By(new IdentifierDetector(["ZQ4410977"], FindingKind.Identifier), text));

    [Theory]
    [InlineData("for M?ckelborg today", "M?ckelborg")]
    [InlineData("M\uFFFDCKELBORG", "M\uFFFDCKELBORG")]
    [InlineData("CT_m_ckelborg", "m_ckelborg")]
    [InlineData("M??ckelborg", "M??ckelborg")]
    [InlineData("Is it M? Ckelborg", "")]
    public void A_name_is_found_though_a_letter_of_it_could_not_be_written(string text, string found) =>
        Assert.Equal(found, Detected.By(new LossyNames(["Möckelborg^Åsa"]), text));

    [Fact]
    public void The_numbers_of_a_list_are_no_number() =>
        Assert.Equal("", Detected.By(new IdentifierDetector(["12345"], FindingKind.Identifier), @"1\2\3\4\5"));
}

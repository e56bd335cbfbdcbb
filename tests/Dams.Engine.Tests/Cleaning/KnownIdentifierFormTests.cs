using Dams.Cleaning;
using Dams.Cleaning.Identifiers;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Known numbers with zeros that people add or leave out, in letters of full width, and without the letters before them.</summary>
public sealed class KnownIdentifierFormTests
{
    [Theory]
    [InlineData("MRN-4711", "MRN-04711")]
    [InlineData("MRN-4711", "MRN 04711")]
    [InlineData("MRN-4711", "MRN04711")]
    [InlineData("MRN-4711", "MRN_0004711")]
    [InlineData("MRN-4711", "ＭＲＮ－０４７１１")]
    [InlineData("MRN-004711", "MRN-4711")]
    [InlineData("MRN-004711", "MRN 04711")]
    [InlineData("A-0012345", "A12345")]
    [InlineData("AB12-00345", "AB12-345")]
    [InlineData("AB12-00345", "AB12 0345")]
    [InlineData("2023/00471", "2023/471")]
    [InlineData("KH00123456", "123456")]
    [InlineData("KH00123456", "KH 0123456")]
    public void Zeros_in_front_of_a_part_do_not_count(string number, string text)
    {
        Assert.Equal(text, Detected.By(new IdentifierDetector([number], FindingKind.Identifier), text));
        Assert.Equal(text, Detected.By(new IdentifierDetector([number], FindingKind.Identifier), $"see {text}, again").TrimEnd());
    }

    [Theory]
    [InlineData("MRN-4711", "MRN-14711")]
    [InlineData("MRN-4711", "MRN 47110")]
    [InlineData("MRN-4711", "dose 4711 mGy")]
    [InlineData("CT-0012", "CT 12 mm")]
    [InlineData("S001", "S1")]
    [InlineData("L-05", "L5/S1")]
    [InlineData("T-12", "Th12, L1")]
    [InlineData("1232019", "12 03 2019")]
    public void Another_number_stays(string number, string text) => Assert.Equal("", Detected.By(new IdentifierDetector([number], FindingKind.Identifier), text));

    [Theory]
    [InlineData("MRN-4711", "ID:4711", "4711")]
    [InlineData("MRN-4711", "ＩＤ：４７１１", "４７１１")]
    [InlineData("MRN-4711", "ＩＤ＝４７１１", "４７１１")]
    [InlineData("MRN-4711", "患者ID：04711", "04711")]
    [InlineData("MRN-4711", "등록번호 4711", "4711")]
    [InlineData("4711", "ＩＤ：４７１１", "４７１１")]
    [InlineData("4711", "ID: 04711", "04711")]
    [InlineData("00815", "ID 815", "815")]
    [InlineData("S001", "ID S1", "S1")]
    [InlineData("MRN-4711", "4711", "")]
    [InlineData("MRN-4711", "#4711 mm", "")]
    [InlineData("CT-0012", "Patient 12", "")]
    [InlineData("4711", "ID 47110", "")]
    public void A_label_may_stand_for_the_letters(string number, string text, string found) =>
        Assert.Equal(found, Detected.By(new ShortIdentifierDetector([number]), text));
}

using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>An institution of the header as people shorten its name.</summary>
public sealed class KnownInstitutionTests
{
    [Theory]
    [InlineData("北京市第三人民医院", "转自市三院")]
    [InlineData("北京市第三人民医院", "北京三院")]
    [InlineData("北京市第三人民医院", "市三医院复查")]
    [InlineData("北京大学医院", "北大医院")]
    [InlineData("北京大学第三医院", "北大三院")]
    [InlineData("東京大学医学部附属病院", "東大病院")]
    [InlineData("東京大学医学部附属病院", "東京大学")]
    [InlineData("京都府立医科大学附属病院", "府立医大")]
    [InlineData("서울대학교병원", "서울대병원")]
    [InlineData("서울대학교병원", "서울대 병원에서")]
    [InlineData("서울대학교병원", "서울대에서")]
    [InlineData("연세대학교 세브란스병원", "세브란스에서")]
    [InlineData("Saint Mary's Hospital", "St. Mary's")]
    [InlineData("Saint Mary's Hospital", "St Marys")]
    [InlineData("St. Mary's Hospital", "Saint Mary's")]
    [InlineData("Sankt Josef Krankenhaus", "St. Josefs")]
    [InlineData("Universitätsklinikum Essen", "Univ.-Klinik Essen")]
    [InlineData("Universitätsklinikum Ulm", "UK Ulm")]
    [InlineData("CHU de Nice", "CHU Nice")]
    [InlineData("Seoul National University Hospital", "SNUH")]
    [InlineData("Hospital Universitario La Paz", "HULP")]
    [InlineData("Saint Mary's Hospital of Essen", "SMHOE")]
    public void It_goes(string institution, string text) => Assert.Contains("[removed]", KnownText.Cleaned("Institution=" + institution, text), System.StringComparison.Ordinal);

    [Theory]
    [InlineData("北京市第三人民医院", "第三腰椎")]
    [InlineData("北京市第三人民医院", "一院三区")]
    [InlineData("名古屋市立中央病院", "中央部")]
    [InlineData("서울대학교병원", "서울대공원에서 낙상")]
    [InlineData("Saint Mary's Hospital", "ST elevation in V2")]
    [InlineData("Saint Mary's Hospital", "SMH")]
    [InlineData("Fluid Lake Area Imaging Radiology", "FLAIR")]
    [InlineData("Saint Thomas Imaging Radiology", "STIR cor")]
    [InlineData("Seoul National University Hospital", "snuh")]
    [InlineData("Seoul National University Hospital", "SNUH2")]
    [InlineData("CHU de Nice", "nice image")]
    public void Other_words_stay(string institution, string text) => Assert.Equal(text, KnownText.Cleaned("Institution=" + institution, text));
}

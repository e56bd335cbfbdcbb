using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class InstitutionDetectorTests
{
    [Theory]
    [InlineData("既往青浦第五医院支架", "青浦第五医院")]
    [InlineData("感谢临湖康复医院转来", "临湖康复医院")]
    [InlineData("曾在大理当地诊所服药", "大理")]
    [InlineData("衢州体检中心的乳腺片", "衢州")]
    [InlineData("前医あさひクリニックより", "あさひクリニック")]
    [InlineData("南大和田クリニックの画像", "南大和田クリニック")]
    [InlineData("松本ひかり医療センター", "松本ひかり医療センター")]
    [InlineData("東松本整形外科から紹介", "東松本整形外科")]
    public void Of_the_sentence_around_an_Eastern_name_nothing_goes(string text, string found) => Assert.Equal(found, Detected.By(new InstitutionDetector(), text));

    [Theory]
    [InlineData("referred by Thornwick Hospital", "Thornwick")]
    [InlineData("Klinikum Nordwinkel", "Nordwinkel")]
    [InlineData("Universitätsspital Quellwald", "Quellwald")]
    [InlineData("새빛병원에서 촬영", "새빛병원")]
    [InlineData("images from Thornwickel Base Hospital today", "Thornwickel")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new InstitutionDetector(), text));

    [Theory]
    [InlineData("the hospital")]
    [InlineData("in hospital for 3 days")]
    [InlineData("clinic visit")]
    [InlineData("local hospital")]
    [InlineData("Dialysé dans le centre du Dr Quistenberg pour la fistule")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new InstitutionDetector(), text));
}

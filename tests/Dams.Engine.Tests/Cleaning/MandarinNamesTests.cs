using System.Linq;
using Dams.Cleaning;
using Dams.Cleaning.Names;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Chinese names of the header in Latin letters, in characters that no list of names has.</summary>
public sealed class MandarinNamesTests
{
    [Theory]
    [InlineData("Jie^Yining", "患者节易宁，复查", "节易宁")]
    [InlineData("Ceng^Haoran", "层昊冉 B2 已下楼", "层昊冉")]
    [InlineData("Mi^Lan", "姓名：秘岚", "秘岚")]
    [InlineData("Mi^Lan", "秘岚 胸部CT", "秘岚")]
    [InlineData("Mi^Lan", "秘女士对造影剂过敏", "秘")]
    [InlineData("Mi^Lan", "患者秘女士对造影剂过敏", "秘")]
    [InlineData("Tsou^Yu-Han", "邹语晗 胸部CT", "邹语晗")]
    [InlineData("Jie^Yining", "患儿易宁：已镇静", "易宁")]
    [InlineData("Jie^Yining", "自称易宁，无身份证", "易宁")]
    [InlineData("Jie^Yining", "易宁妈（电话已登记）", "易宁")]
    public void Such_a_name_is_found_by_its_sounds(string name, string text, string expected) => Assert.Equal([expected], Find(name, text));

    [Theory]
    [InlineData("Mi^Lan", "病灶弥漫，密集；迷路正常")]
    [InlineData("Jie^Yi", "双肺结节，节以上正常，结一处")]
    [InlineData("Gu^Zhi", "骨质破坏，骨质疏松，顾及")]
    [InlineData("Fei^Bu", "肺部感染，双肺不张")]
    [InlineData("Wei^Jian", "未见异常，胃间质瘤")]
    [InlineData("Smith^Li", "历史资料，肝右叶")]
    public void Other_words_that_sound_so_stay(string name, string text) => Assert.Empty(Find(name, text));

    [Fact]
    public void Every_character_of_names_has_its_sounds_among_those_of_all() =>
        Assert.All("王李张刘陈节层密", character => Assert.NotEmpty(MandarinSounds.Of(character)));

    private static string[] Find(string name, string text) =>
        [.. new NameDetector([name]).Find(new TokenizedText(text)).Select(finding => text.Substring(finding.Start, finding.Length)).Distinct()];
}

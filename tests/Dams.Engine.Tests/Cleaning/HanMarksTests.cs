using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Chinese and Japanese names behind one character that stands for a label.</summary>
public sealed class HanMarksTests
{
    [Theory]
    [InlineData("技鲁思源 右肘22G", "鲁思源")]
    [InlineData("申鲁思源诊骆佳", "鲁思源|骆佳")]
    [InlineData("初:鲁思源 审:骆佳", "鲁思源|骆佳")]
    [InlineData("技 小笠原健　右前腕22Gで撮影", "小笠原健")]
    [InlineData("依小笠原健 読北条薫", "小笠原健|北条薫")]
    public void The_name_is_found_without_the_mark(string text, string found) => Assert.Equal(found, Detected.By(new HanNameDetector(), text));

    [Theory]
    [InlineData("主诉 腹痛，主动脉壁厚，主胰管扩张")]
    [InlineData("代谢异常，代谢减低，代偿")]
    [InlineData("初诊，初步诊断，复查，复位后")]
    [InlineData("诊断：肺炎。审阅。技术：平扫")]
    [InlineData("接骨术后，送检，带状疱疹，报告")]
    [InlineData("技術的に可能。読影困難。確認済み。担癌患者。")]
    [InlineData("依頼あり。承認済。診断書。看護記録。助言あり")]
    public void Words_that_start_with_such_a_character_stay(string text) => Assert.Equal("", Detected.By(new HanNameDetector(), text));
}

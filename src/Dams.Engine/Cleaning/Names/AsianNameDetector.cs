using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Names;

/// <summary>Finds Korean, Japanese and Chinese names by the words that stand right before or after them.</summary>
internal sealed class AsianNameDetector : IDetector
{
    private const string Word = @"(?:[\u3400-\u9FFF々]{5,6}(?=[ \u3000,、。;:：(（)）\r\n]|$)|[\u3400-\u9FFF々]{1,4}|[\u30A0-\u30FF]{2,8}|[\u0E00-\u0E7F]{3,20})";

    // A given name after a space is short, and something ends it.
    private static readonly string Name = $@"(?<name>{Word}(?:[ \u3000・·](?!(?:{AsianLabels.Pattern("before")})[ \u3000:：])[\u3400-\u9FFF\u30A0-\u30FF]{{1,2}}(?=[\s\u3000,、。;(（に]|$))?)";

    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤陳張劉黃趙吳倪施洪柳聂阎温凌柴翟颜牛舒管岳鲁左樊单俞葛殷祝骆庞娄路褚甘祁关";

    // What right behind a Chinese name goes on with the sentence.
    private const string Onward = @"签|陪|同意|要求|告知|联系|来电|来院|代诉|代签|拒绝|到场|在场|在旁|手机|电话|因|诉|行|于|在|已|会诊|审核|报告|指导|操作|完成|说|称|述|与|和|及|、|,|，|。|;|；|:|：|\(|（|\)|）|/|\s|$|[(（]?1[3-9]\d|\d";

    private static readonly Lazy<PatternSet> Patterns = new(() => new PatternSet(
        RegexOptions.None,
        [
            $"{Name}[ \u3000]?(?<word>{AsianLabels.Pattern("script")})",
            $"(?<![\\uAC00-\\uD7AF\\u3400-\\u9FFF])(?<name>[{Surnames}]) ?(?<word>{AsianLabels.Pattern("script")})",
            $"(?<word>{AsianLabels.Pattern("before")})(?:[ \u3000]?[:：=(（][ \u3000]?|[ \u3000\t]){Name}",
            // Chinese puts no space between a relative, the name and what that person does.
            $"(?<word>{AsianLabels.Pattern("kin")}|{AsianLabels.Pattern("before")})[:：]?[ \u3000]?(?<name>(?:{AsianSurnames}|[{Surnames}])[\\u3400-\\u9FFF]{{1,2}}?)(?={Onward})",
            $"(?<![\\u3400-\\u9FFF])(?<name>(?:{AsianSurnames}|[{Surnames}])[\\u3400-\\u9FFF]{{0,2}}?)(?<word>{AsianLabels.Pattern("script")})",
            // Japanese joins a relative and the name by a particle.
            $"(?<word>{AsianLabels.Pattern("before")})の{Name}(?=さん|様|氏|先生|医師)",
            $"(?<word>นาย|นางสาว|นาง|คุณ)(?<name>[\\u0E00-\\u0E7F]{{3,20}})",
        ]));

    // What stands behind a space may be what somebody does, and no given name: 長女 鈴木様 同席.
    private static int LengthWithoutWord(string name) =>
        name.IndexOfAny([' ', '\u3000', '・', '·']) is > 0 and var space && name.Substring(space + 1) is var word && Vocabulary.IsCommonWord(word)
            ? space
            : name.Length;

    private static string AsianSurnames => string.Join("|", LanguageData.Lines("zh", "people").Where(line => line.Kind == "surname").Select(line => line.Words));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (!text.HasUnspacedScript)
            yield break;
        foreach (var finding in KoreanNames.Find(text.Text))
            yield return finding;
        var matches = Patterns.Value.Find(text.Text);
        for (var i = 0; i < Patterns.Value.Count; i++)
        {
            foreach (var match in matches.Of(i))
            {
                var name = match.Groups["name"];
                if (!Vocabulary.IsCommonWord(name.Value) && !AsianLabels.IsWord(name.Value))
                    yield return new Finding(name.Index, LengthWithoutWord(name.Value), FindingKind.Name);
            }
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>Finds Korean, Japanese and Chinese names by the words that stand right before or after them.</summary>
internal sealed class AsianNameDetector : IDetector
{
    private const string Word = @"(?:[\u3400-\u9FFF々]{1,4}|[\uAC00-\uD7AF]{2,4}|[\u30A0-\u30FF]{2,8}|[\u0E00-\u0E7F]{3,20})";

    // A given name after a space is short, and something ends it.
    private const string Name = $@"(?<name>{Word}(?:[ \u3000・·][\u3400-\u9FFF\u30A0-\u30FF]{{1,2}}(?=[\s\u3000,、。;(（に]|$))?)";

    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤陳張劉黃趙吳";

    private static readonly Lazy<Regex[]> Patterns = new(() =>
    [
        Compile($"{Name}\\s?(?<word>{Words("script")})"),
        Compile($"(?<word>{Words("before")})(?:\\s?[:：=(（]\\s?|\\s){Name}"),
        // Chinese puts no space between a relative, the name and what that person does.
        Compile($"(?<word>{Words("kin")})(?<name>[{Surnames}][\\u3400-\\u9FFF]{{1,2}}?)(?=签|陪|同意|要求|告知|联系|来电|来院|代诉|代签|拒绝|到场|在场|在旁|手机|电话|[(（]?1[3-9]\\d)"),
        Compile($"(?<word>นาย|นางสาว|นาง|คุณ)(?<name>[\\u0E00-\\u0E7F]{{3,20}})"),
    ]);

    private static readonly Lazy<HashSet<string>> LabelWords = new(() =>
        [.. EmbeddedText.Lines("name-labels.txt").Select(line => line.Substring(line.IndexOf(' ') + 1))]);

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var pattern in Patterns.Value)
        {
            foreach (Match match in pattern.Matches(text.Text))
            {
                var name = match.Groups["name"];
                if (!Vocabulary.IsCommonWord(name.Value) && !IsWord(name.Value))
                    yield return new Finding(name.Index, name.Length, FindingKind.Name);
            }
        }
    }

    private static bool IsWord(string text) => LabelWords.Value.Contains(text);

    private static string Words(string kind) => string.Join("|", EmbeddedText.Lines("name-labels.txt")
        .Where(line => line.StartsWith(kind, StringComparison.Ordinal))
        .Select(line => Regex.Escape(line.Substring(kind.Length + 1)))
        .OrderByDescending(word => word.Length));

    private static Regex Compile(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
}

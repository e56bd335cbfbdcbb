using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Names;

/// <summary>Finds Korean, Japanese and Chinese names by the words that stand right before or after them.</summary>
internal sealed class AsianNameDetector : IDetector
{
    private const string Word = @"(?:[\u3400-\u9FFF々]{5,6}(?=[ \u3000,、。;:：(（)）\r\n]|$)|[\u3400-\u9FFF々]{1,4}|[\u30A0-\u30FF]{2,8}|[\u0E00-\u0E7F]{3,20})";

    // A given name after a space is short, and something ends it.
    private static readonly string Name = $@"(?<name>{Word}(?:[ \u3000・·](?!(?:{AsianLabels.Pattern("before")})[ \u3000:：])[\u3400-\u9FFF\u30A0-\u30FF]{{1,2}}(?=[\s\u3000,、。;(（に]|$))?)";

    private static readonly Lazy<PatternSet> Patterns = new(() => new PatternSet(
        RegexOptions.None,
        [
            $"(?<![\\u3400-\\u9FFF々\\u30A0-\\u30FF]){Name}[ \u3000]?(?<word>{AsianLabels.Pattern("script")})",
            $"(?<word>{AsianLabels.Pattern("before")})(?:[ \u3000]?[:：=(（][ \u3000]?|[ \u3000\t]){Name}",
            // Japanese joins a relative and the name by a particle.
            $"(?<word>{AsianLabels.Pattern("before")})の{Name}(?=さん|様|氏|先生|医師)",
            $"(?<word>นาย|นางสาว|นาง|คุณ)(?<name>[\\u0E00-\\u0E7F]{{3,20}})",
        ]));

    // What stands behind a space may be what somebody does, and no given name: 長女 鈴木様 同席.
    private static int LengthWithoutWord(string name) =>
        name.IndexOfAny([' ', '\u3000', '・', '·']) is > 0 and var space && name.Substring(space + 1) is var word && Vocabulary.IsCommonWord(word)
            ? space
            : name.Length;

    // HanNameDetector finds the known families' names. Chinese has few others, and no name of one character stands for a family in Japan that is not known.
    private static bool CanBeName(string text, string name)
    {
        if (Vocabulary.IsCommonWord(name) || AsianLabels.IsWord(name))
            return false;
        return !HanNames.IsHan(name[0]) || (name.Length > 1 && text.Any(Kana.IsKana) && !HanNames.HasWord(name.Split(' ', '\u3000')[0]));
    }

    /// <summary>Number of characters of a relative before a name: 弟佐藤健様.</summary>
    private static int LengthOfKin(string name) => name.Length > 2 && "夫妻母父兄弟姉妹娘孫".IndexOf(name[0]) >= 0 && !FamilyNames.At(name, 0).Any(family => family.Length > 1) && FamilyNames.At(name, 1).Any() ? 1 : 0;

    /// <summary>Whether what looks like a title says that something is like another: 被膜様濃染.</summary>
    private static bool IsLike(string text, Match match) => match.Groups["word"].Value == "様" && match.Index + match.Length < text.Length && HanNames.IsHan(text[match.Index + match.Length]);

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
                if (CanBeName(text.Text, name.Value) && !IsLike(text.Text, match))
                {
                    var kin = LengthOfKin(name.Value);
                    yield return new Finding(name.Index + kin, LengthWithoutWord(name.Value) - kin, FindingKind.Name);
                }
            }
        }
    }
}

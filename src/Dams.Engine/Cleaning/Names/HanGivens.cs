using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Names;

/// <summary>Finds Chinese and Japanese given names alone, where a relative or a role, a bracket or a greeting tells that somebody is named.</summary>
internal static class HanGivens
{
    private const string Given = @"(?<given>[\u3400-\u9FFF々]{1,3}|[\u3041-\u3096]{2,5}?|[\u30A1-\u30FA]{2,5})";

    private static readonly string Announcer = $"{AsianLabels.Pattern("before")}|{AsianLabels.Pattern("kin")}|{AsianLabels.Pattern("parent")}";

    private static readonly PatternSet Patterns = new(
        RegexOptions.None,
        [
            $@"(?:{AsianLabels.Pattern("before")}|代行入力|記録|记录|助手)(?:[ \u3000]?[:：=＝][ \u3000]?|[ \u3000]|の){Given}(?=[\s,，、。;；:：)）(（/]|$|さん|様|ちゃん|くん|氏|が|は|に|と|も)",
            $@"[(（]{Given}[ \u3000](?:{AsianLabels.Pattern("before")})[)）]",
            $@"(?:{Announcer})[(（]{Given}[)）]",
            $@"(?:{AsianLabels.Pattern("before")}|{AsianLabels.Pattern("kin")})(?<given>[\u3400-\u9FFF]{{1,3}}?)(?=陪|送|改|签|来|在|代|取|已|通知|协助|操作|记录|告知|反映|说|称|要求|领|接|[:：])",
            $@"(?:{AsianLabels.Pattern("before")})(?<given>[\u3400-\u9FFF々]{{1,3}}|[\u3041-\u3096]{{2,5}}?|[\u30A1-\u30FA]{{2,5}})(?=同意|付添|付き添|同席|同伴|来院|署名|サイン|代諾|代筆|希望|了承|承諾)",
            // In notes and chats people are called by their given names.
            @"(?:哈喽|哈啰|你好|您好|嗨|亲|@|微信发|发给|转给|问下|问问|麻烦)[，, ]{0,2}(?<given>[\u3400-\u9FFF]{1,3}?)(?=[了啊呀呢吧哦\s，,。！!:：]|$|\p{IsBasicLatin}|那边|那儿|那里|帮|看|你)",
            @"(?<![\u3400-\u9FFF])(?<given>[\u3400-\u9FFF]{1,3}?)(?=那边|那儿|送错|说的|说了|发的|叫我|让我)",
        ]);

    public static IEnumerable<(int Start, int Length)> Find(string text)
    {
        var matches = Patterns.Find(text);
        return Enumerable.Range(0, Patterns.Count).SelectMany(matches.Of).Select(match => match.Groups["given"])
            .Where(given => (GivenNames.IsGiven(given.Value) || GivenNames.IsLone(given.Value) || HanNames.IsKanaName(given.Value)) && !Vocabulary.IsCommonWord(given.Value) && !AsianLabels.IsWord(given.Value))
            .Select(given => (given.Index, given.Length));
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Places;

/// <summary>
/// Finds Chinese hospitals that people call by a number or by the short name of a university, where somebody went there or
/// came from there: 在市三院手术, 浙大一院CT, 从川大转来.
/// </summary>
internal sealed class ShortHospitalDetector : IDetector
{
    private const string Onward = @"(?=[\s,，。;；、)）就查行做转来住诊手复拍会随建]|$|C[TR]|M[R]|PET|B超|彩超|超声|病理|的(?:片|报告|CT|MR|检查))";

    private static readonly Lazy<PatternSet> Pattern = new(() => new PatternSet(
        RegexOptions.None,
        [
            $@"(?<=[在于去到自由从往转至经]|(?<![\u3400-\u9FFF\d]))(?:(?:{Universities}|[市省县区州]|[\u3400-\u9FFF]{{1,2}}医)大?附?|附)?[一二三四五六七八九十]院{Onward}",
            $@"(?<=[在于去到自由从往转至经])(?:{Universities})(?:附属|附)?(?:医院|医|院)?{Onward}",
        ]));

    private static string Universities => Alternatives.Of(LanguageData.Words("places", "university").Select(Regex.Escape));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (!text.HasUnspacedScript)
            return [];
        var matches = Pattern.Value.Find(text.Text);
        return Enumerable.Range(0, Pattern.Value.Count).SelectMany(matches.Of).Select(match => new Finding(match.Index, match.Length, FindingKind.Institution));
    }
}

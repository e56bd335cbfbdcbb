using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Cleaning.Names;

/// <summary>Known names in scripts that write no spaces between words: they are found anywhere in a text.</summary>
internal sealed class UnspacedNames
{
    private const int ShortestInSyllables = 3;

    // Those with which two letters alone may be the end of one word and the start of the next stand last.
    private static readonly string[] Separators = ["", " ", "\u3000", "^", "·", "・", "･", "_", ", ", ",", "、", "，", ".", "-", "/", "=", "＝"];

    private const int SureSeparators = 8;

    private static readonly string[] Spaces = [" ", "\u3000"];

    private static readonly Regex Examination = new(@"\G[ \u3000](?:CT|MRI?|MRA|CTA|PET|US|USG|XR|X-ray|MG|CHEST|BRAIN|ABDOMEN|[CTLctl]-?[Ss]pine|[CTL]-SPINE|[Kk]nee|[Ss]houlder|[Hh]ip|[Nn]eck|[Aa]nkle|[Ww]rist|[Ee]lbow|[Ff]oot|[Hh]and|[Pp]elvis|[Ss]ella|[Oo]rbit|PNS|TMJ|KUB|BMD|DXA|[Cc]hest|[Bb]rain|[Aa]bd(?:omen)?|F/U|FU|f/u)(?![\p{L}\d])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // Diseases, signs and scores are called by their authors.
    private static readonly Regex Eponymic = new(@"\G(?:氏?病(?![棟院室房区歷历案])|氏?式|氏?法|分類|分类|分型|基準|母斑|徴候|征(?!求)|氏?反射|症候群|综合征|動脈炎|スコア|ビネー|クレペリン)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <summary>Whether behind a name stands what is called by it.</summary>
    public static bool IsEponymic(string text, int end) => Eponymic.IsMatch(text, end);

    private readonly KnownTexts _names = new();
    private readonly KnownTexts _words = new();
    private readonly KnownTexts _spellings = new();
    private readonly KnownFamilies _families = new();
    private readonly BrokenNames _broken = new();
    private readonly KanaNames _kana = new();
    private readonly HashSet<string> _koreanGivens = new(StringComparer.Ordinal);

    // Of them those that the header has in Hangul.
    private readonly HashSet<string> _statedGivens = new(StringComparer.Ordinal);

    // Names of one letter, which stand in many words.
    private readonly HashSet<string> _letters = new(StringComparer.Ordinal);

    /// <summary>Takes in a component group of PN. A family name of one character alone would be found in many words.</summary>
    public void Learn(string group)
    {
        _families.Learn(group);
        var parts = group.Split('^').Take(3).Select(part => part.Replace(" ", "").Replace("\u3000", "")).Where(part => part.Length > 0).ToArray();
        if (Kana.StandIn(group))
            Learn(Kana.ToFullKatakana(group, out _));
        foreach (var separator in parts.Any(part => part.Length > 1) ? Separators : Separators.Take(SureSeparators))
        {
            Add(string.Join(separator, parts));
            Add(string.Join(separator, Enumerable.Reverse(parts)));
        }
        foreach (var part in parts)
            Add(part);
        if (parts.Length > 1)
            _broken.Learn(parts[0], parts[1]);
        if (parts.Length > 0 && parts.All(part => part.All(Kana.IsKatakana)))
            _kana.Learn(parts, Separators);
        if (parts.Length > 1 && Hangul.IsHangul(parts[1]))
        {
            _koreanGivens.Add(parts[1]);
            _statedGivens.Add(parts[1]);
        }
        if (parts.Length > 1 && parts[1].Length == 1)
            _letters.Add(HanVariants.Fold(parts[1]));
        if (parts.Length > 0 && parts[0].Length == 1 && HanNames.IsHan(parts[0][0]))
            _letters.Add(HanVariants.Fold(parts[0]));
        // Each letter apart, as on forms.
        foreach (var space in Spaces)
            Add(string.Join(space, string.Concat(parts).Select(letter => letter.ToString())));
    }

    /// <summary>Takes in the ways in which a whole name of another script may be written in one without spaces.</summary>
    public void LearnSpellings(IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => name.Length >= KnownTexts.Shortest))
        {
            _families.LearnSpelling(name);
            (IsWord(name) ? _words : _spellings).Add(HanVariants.Fold(name));
            if (!Hangul.IsHangul(name))
                continue;
            var family = name.Length > 2 && Hangul.IsLongFamily(name.Substring(0, 2)) ? 2 : 1;
            _koreanGivens.Add(name.Substring(family));
            // Forms have a space behind the family's name: 성명 황 예린.
            if (name.Length > KnownTexts.Shortest)
                _spellings.Add(name.Insert(family, " "));
            else
                _words.Add(name.Insert(family, " "));
        }
    }

    public IEnumerable<Finding> Find(TokenizedText tokenized)
    {
        var text = HanVariants.Fold(tokenized.Text);
        foreach (var finding in tokenized.HasUnspacedScript ? _spellings.Find(text) : [])
            yield return finding;
        // A name that is a word too counts where somebody is announced.
        foreach (var finding in _words.Find(text).Where(finding => IsTold(tokenized, finding)))
            yield return finding;
        foreach (var finding in _names.Find(text).Where(finding => !IsEponymic(text, finding.End)))
            yield return finding;
        foreach (var finding in _letters.Count == 0 ? [] : AsianLabels.FindBesides(text).Where(finding => _letters.Contains(text.Substring(finding.Start, finding.Length))))
            yield return finding;
        foreach (var finding in _families.Find(tokenized))
            yield return finding;
        foreach (var finding in KoreanNames.FindAnnounced(text, _koreanGivens, _statedGivens))
            yield return finding;
        foreach (var finding in tokenized.HasUnspacedScript ? _broken.Find(text) : [])
            yield return finding;
        var isOtherKana = Kana.StandIn(text);
        if (!isOtherKana && (_kana.IsEmpty || !tokenized.HasUnspacedScript))
            yield break;
        var full = Kana.ToFullKatakana(text, out var places);
        foreach (var finding in _kana.Find(text, full, places))
            yield return finding;
        // Two syllables stand in many words of a sentence.
        foreach (var finding in isOtherKana ? _names.Find(full).Where(finding => finding.Length >= ShortestInSyllables) : [])
            yield return new Finding(places[finding.Start], places[finding.End] - places[finding.Start], finding.Kind);
    }

    /// <summary>The names that are words too and stand in brackets behind others: Lee Sang (이상).</summary>
    public IEnumerable<Finding> FindInBrackets(TokenizedText text, IReadOnlyList<Finding> others)
    {
        if (_words.Count == 0)
            yield break;
        var ends = new HashSet<int>(others.Select(other => other.End));
        foreach (var finding in _words.Find(HanVariants.Fold(text.Text)))
        {
            var open = finding.Start - 1;
            if (open < 1 || text.Text[open] is not ('(' or '（') || finding.End >= text.Text.Length || text.Text[finding.End] is not (')' or '）'))
                continue;
            if (ends.Contains(text.Text[open - 1] == ' ' ? open - 1 : open))
                yield return finding;
        }
    }

    /// <summary>Whether a word is a name here: behind a label, before a title, or at the head of a line that goes on with an examination, as titles of reports do.</summary>
    private static bool IsTold(TokenizedText text, Finding finding) => (KoreanWords.IsHangul(text.Text[finding.Start]) ? KoreanNames.IsTold(text.Text, finding.Start, finding.Length) : AsianLabels.StandBeside(text.Text, finding))
        || (text.IndexOfToken(finding.Start) is var index && index < text.Tokens.Count && text.Tokens[index].Start == finding.Start && NameLabels.EndsBefore(text, index))
        || ((finding.Start == 0 || text.Text[finding.Start - 1] == '\n') && Examination.IsMatch(text.Text, finding.End));

    private void Add(string name)
    {
        if (name.Length >= KnownTexts.Shortest)
            (IsWord(name) ? _words : _names).Add(HanVariants.Fold(name));
    }

    /// <summary>Whether a name is a word of reports or a label too.</summary>
    public static bool IsWord(string name) => Vocabulary.IsCommonWord(Folding.Fold(name)) || AsianLabels.IsWord(name);
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;
using Dams.Cleaning.Patterns;
using Dams.Core;

namespace Dams.Cleaning.Places;

/// <summary>Finds the names of institutions by the words that stand beside them: Pinecrest Hospital, Klinikum Nordheim.</summary>
internal sealed class InstitutionDetector : IDetector
{
    private const int LongestName = 4, LongestSureName = 6;
    private const int LongestWord = 5;
    private const int LongestAbbreviation = 4;

    private static string JapanesePlaces => Alternatives.Of(LanguageData.WordsIn("ja", "places", "place").Select(Regex.Escape));

    // Hiragana stands at the start of a Japanese name alone; within one it would join two words.
    private const string InName = @"\u3400-\u9FFF\u30A0-\u30FF々";

    // The first words of all, so that most tokens are passed at once.
    private static readonly Lazy<HashSet<string>> Starts = new(() => [.. Words("behind", "before", "sure", "hospital").Select(word => word.Split(' ')[0])]);
    private static readonly Lazy<HashSet<string>> Known = new(() => [.. Words("hospital")]);
    // Words that hospitals are called by.
    private static readonly Lazy<HashSet<string>> Called = new(() => [.. LanguageData.Words("places", "called")]);

    // Words that stand right before a name, in scripts without spaces, and towns.
    private static readonly Lazy<string[]> Leads = new(() => [.. LanguageData.Words("places", "toward").OrderByDescending(word => word.Length)]);
    private static readonly Lazy<HashSet<string>> Towns = new(() => [.. LanguageData.Lines("places", "place").Where(line => line.Language != "ko").Select(line => line.Words)]);

    // Of these a town has one, and their name says no more than the town.
    private static readonly string[] Locals = ["当地", "本地", "附近", "某", "某家", "一家", "農村", "农村"];
    private static readonly string[] AnyOfTown = ["中心", "センター", "保健所", "卫生院", "卫生站", "医务室"];

    private static readonly Lazy<HashSet<string>> Sure = new(() => [.. Words("sure")]);
    private static readonly Lazy<HashSet<string>> Behind = new(() => [.. Words("behind")]);
    private static readonly Lazy<HashSet<string>> Before = new(() => [.. Words("before")]);

    private static readonly Lazy<PatternSet> Scripted = new(() => new PatternSet(
        RegexOptions.None,
        [$@"(?<name>(?<![\u3040-\u309F\u3400-\u9FFF]|[\u30A0-\u30FF])[\u3041-\u3096]{{2,7}}[{InName}]{{0,10}}?|(?<=され|して|した|にて|から|より|まで|[のをにでへはがとも])(?![のをにでへはがとも])[\u3041-\u3096]{{2,7}}[{InName}]{{0,10}}?|(?<![\u3400-\u9FFF])[\u3400-\u9FFF]{{1,4}}(?![のをにでへはがともやよかまさ])[\u3041-\u3096]{{2,5}}(?<![のなるたりに]|[しきかな近遠古良多少高]い)(?=病院|医院|クリニック|診療所)|(?:{JapanesePlaces})[\u3041-\u3096]{{1,6}}[\u3400-\u9FFF]{{0,4}}?(?=病院|医院|クリニック|診療所|医療センター)|(?:(?![由在于从至到转经往赴外与及较由系]|(?<!大)和(?![谐平睦美协顺康众信瑞医病诊门]))[{InName}\uAC00-\uD7AF]){{2,12}}?)({string.Join("|", EmbeddedText.Words("institution-words.txt", "script").Concat(LanguageData.Words("places", "script")).Distinct()
            .OrderByDescending(word => word.Length).Select(Regex.Escape))})"]));

    // A practice is called by its branch behind the name of its owner or a word in hiragana.
    private static readonly Lazy<PatternSet> Practice = new(() => new PatternSet(
        RegexOptions.None,
        [$@"(?<name>(?<![\u3041-\u3096\u30A1-\u30FA\u3400-\u9FFF])(?!また|まず|さらに|なお|ただし|そして|その|この|あの|どの|もし|すでに|いずれ|および|または|ならびに|やはり|まれに|とくに)[\u3041-\u3096]{{2,7}}|(?<place>[東西南北新]?(?:{JapanesePlaces})[\u3400-\u9FFF]{{0,3}}?)|(?<![\u3400-\u9FFF\u30A1-\u30FA])[\u3400-\u9FFF]{{1,4}}?)(?:{string.Join("|", LanguageData.Words("places", "branch").OrderByDescending(word => word.Length).Select(Regex.Escape))})"]));

    // How saints are called, and how people shorten words of hospitals.
    private static readonly Lazy<HashSet<string>> Saints = new(() => [.. Words("saint")]);
    private static readonly Lazy<HashSet<string>> Short = new(() => [.. Words("short", "before", "behind").Where(word => word.IndexOf(' ') < 0)]);

    /// <summary>Whether a folded word stands before the name of a saint.</summary>
    public static bool IsSaint(string folded) => Saints.Value.Contains(folded);

    /// <summary>Whether a folded word is one of hospitals, or a short form of one, that stands beside the name of one.</summary>
    public static bool IsShortWord(string folded) => Short.Value.Contains(folded);

    private static IEnumerable<string> Words(params string[] kinds) =>
        EmbeddedText.Words("institution-words.txt", kinds).Concat(LanguageData.Words("places", kinds)).Select(TokenizedText.Fold);

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var finding in text.HasUnspacedScript ? Scripted.Value.Find(text.Text).Of(0).Where(IsNamed) : [])
            yield return WithoutLead(finding);
        foreach (var practice in text.HasUnspacedScript ? Practice.Value.Find(text.Text).Of(0) : [])
        {
            if (practice.Groups["name"].Value is var name && (Kana.IsHiragana(name[0]) || practice.Groups["place"].Success || (FamilyNames.IsFamily(name) && !FamilyNames.IsDoubtful(name))))
                yield return new Finding(practice.Index, practice.Length, FindingKind.Institution);
        }
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (!Starts.Value.Contains(text.Tokens[i].Folded))
                continue;
            for (var length = Math.Min(LongestWord, text.Tokens.Count - i); length > 0; length--)
            {
                var word = text.Words(i, length);
                if (Known.Value.Contains(word) && text.IsCapitalized(i) && !IsJoined(text, i + length - 1))
                    yield return new Finding(text.Tokens[i].Start, text.Tokens[i + length - 1].End - text.Tokens[i].Start, FindingKind.Institution);
                var (first, last) = Behind.Value.Contains(word) ? NameBefore(text, i) : (0, -1);
                if (first <= last && TownAfter(text, i + length - 1) is { } town)
                    yield return town;
                if (first > last && Sure.Value.Contains(word))
                    (first, last) = NameBehindSure(text, i + length);
                if (first > last && Before.Value.Contains(word))
                    (first, last) = NameAfter(text, i + length);
                if (first > last && Behind.Value.Contains(word) && TownAfter(text, i + length - 1) is { } alone)
                    yield return alone;
                if (first > last)
                    continue;
                yield return new Finding(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, FindingKind.Institution);
                break;
            }
        }
    }

    /// <summary>The name without the words of the sentence before it; of a town's institution of some kind, the town alone.</summary>
    private static Finding WithoutLead(Match match)
    {
        var name = match.Groups["name"];
        var lead = Leads.Value.FirstOrDefault(word => name.Length > word.Length + 1 && name.Value.StartsWith(word, StringComparison.Ordinal))?.Length ?? 0;
        // In 大理当地诊所 only the town is a name.
        var bare = name.Value.Substring(lead);
        var local = Locals.FirstOrDefault(local => bare.EndsWith(local, StringComparison.Ordinal))?.Length ?? 0;
        if (local > 0 && Towns.Value.Contains(bare.Substring(0, bare.Length - local).TrimEnd('市', '县', '縣')))
            return new Finding(match.Index + lead, bare.Length - local, FindingKind.Institution);
        var isTown = AnyOfTown.Any(end => match.Value.EndsWith(end, StringComparison.Ordinal)) && Towns.Value.Contains(bare.TrimEnd('市', '县', '縣'));
        return new Finding(match.Index + lead, (isTown ? name.Length : match.Length) - lead, FindingKind.Institution);
    }

    // A manoeuvre or an implant may be called after a hospital.
    private static bool IsJoined(TokenizedText text, int last) => last + 1 < text.Tokens.Count && text.Between(last) == "-" && text.IsCapitalized(last + 1);

    // "University hospital" alone is any of them.
    private static bool IsNamed(Match match) => Called.Value.Contains(match.Groups["name"].Value) || !Vocabulary.IsCommonWord(match.Groups["name"].Value) && !AsianLabels.IsWord(match.Groups["name"].Value);

    /// <summary>The town that stands right behind a hospital.</summary>
    private static Finding? TownAfter(TokenizedText text, int word)
    {
        var last = word;
        while (last + 1 < text.Tokens.Count && last - word < 2 && text.Between(last) == " " && IsTitleCase(text, last + 1)
            && (!Vocabulary.IsCommonWord(text.Tokens[last + 1].Folded) || PlaceWords.StartsPlace(text.Tokens[last + 1].Folded)))
        {
            last++;
        }
        return last > word && text.Tokens[last].Length > 3 && !Vocabulary.IsCommonWord(text.Tokens[last].Folded)
            ? new Finding(text.Tokens[word + 1].Start, text.Tokens[last].End - text.Tokens[word + 1].Start, FindingKind.Institution)
            : null;
    }

    /// <summary>The name behind a word that hospitals' names start with in a language whose nouns have small letters: what has a capital is the name.</summary>
    private static (int First, int Last) NameBehindSure(TokenizedText text, int first)
    {
        var last = first - 1;
        var names = 0;
        while (last + 1 < text.Tokens.Count && last + 1 - first < LongestSureName && (IsBeside(text, last) || text.Between(last) is " \"" or "\" "))
        {
            var (next, folded) = (last + 1, text.Tokens[last + 1].Folded);
            // Le centre du Dr Doe.
            if (text.Tokens[next].IsNumber || (folded is "DR" or "DRA" or "PR" or "PROF" or "DOTT" && NameLabels.IsTitle(text, next)))
                break;
            if (IsTitleCase(text, next) || (text.Tokens[next].Length > 1 && folded == text.Text.Substring(text.Tokens[next].Start, text.Tokens[next].Length) && names == 0))
                names += PlaceWords.IsInstitutional(folded) ? 0 : 1;
            else if (!NameSeparators.IsParticle(folded))
                break;
            last = next;
        }
        while (last >= first && !text.IsCapitalized(last))
            last--;
        return names > 0 ? (first, last) : (0, -1);
    }

    private static bool IsTitleCase(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length > 1 && char.IsUpper(text.Text[token.Start]) && char.IsLower(text.Text[token.Start + 1]);
    }

    private static (int First, int Last) NameBefore(TokenizedText text, int word)
    {
        var first = word;
        while (first > 0 && word - first < LongestName && IsBeside(text, first - 1)
            && (IsNamePart(text, first - 1) || (first < word && text.Between(first - 1) == "-" && text.IsCapitalized(first - 1) && !text.Tokens[first - 1].IsNumber)))
        {
            first--;
        }
        // A small word before the name is of the sentence: son de Thornwick Hospital.
        while (first < word && NameSeparators.IsParticle(text.Tokens[first].Folded) && char.IsLower(text.Text[text.Tokens[first].Start]))
            first++;
        // In "Dr. Doe de Hospital Thornwick" the name stands behind.
        if (text.IsRomance && word > 0 && NameSeparators.IsParticle(text.Tokens[word - 1].Folded) && char.IsLower(text.Text[text.Tokens[word - 1].Start]))
            return (0, -1);
        // Mr Doe's clinic is his, and St Mary's hospital is called so.
        var last = word > 0 && NameContext.IsGenitive(text, word - 1) && NameLabels.EndsBefore(text, first) ? word - 2 : word - 1;
        return HasName(text, first, last) ? (first, last) : (0, -1);
    }

    private static (int First, int Last) NameAfter(TokenizedText text, int first)
    {
        var last = first - 1;
        while (last + 1 < text.Tokens.Count && last + 1 - first < LongestName && IsBeside(text, last) && IsNamePart(text, last + 1))
        {
            last++;
            // After the place the sentence goes on, and in some languages with a capital.
            if (text.Tokens[last].Length > 3 && !NameSeparators.IsParticle(text.Tokens[last].Folded) && !IsEveryday(text.Tokens[last].Folded) && !PlaceWords.StartsPlace(text.Tokens[last].Folded))
                break;
        }
        return HasName(text, first, last) ? (first, last) : (0, -1);
    }

    private static bool HasName(TokenizedText text, int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1))
        .Any(i => (text.Tokens[i].Length > 3 && !Vocabulary.IsCommonWord(text.Tokens[i].Folded))
            // Spring Grove, Tri-Valley.
            || (i > first && PlaceWords.EndsPlace(text.Tokens[i].Folded) && text.IsCapitalized(i - 1) && !PlaceWords.IsInstitutional(text.Tokens[i - 1].Folded)));

    private static bool IsNamePart(TokenizedText text, int index) =>
        !text.Tokens[index].IsNumber
        && ((text.IsCapitalized(index) && !IsEveryday(text.Tokens[index].Folded))
            || NameSeparators.IsParticle(text.Tokens[index].Folded) || text.Tokens[index].Folded is "BAD" or "SANTA" or "SAINT" or "S");

    private static bool IsEveryday(string folded) =>
        Vocabulary.IsCommonWord(folded) && !PlaceWords.EndsPlace(folded) && !PlaceWords.IsInstitutional(folded);

    private static bool IsBeside(TokenizedText text, int index) =>
        index + 1 < text.Tokens.Count && (text.Between(index) is " " or "-" or "'" or "’" or "' " || (text.Between(index) == ". " && text.Tokens[index].Length <= LongestAbbreviation));
}

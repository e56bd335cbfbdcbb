using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;

namespace Dams.Cleaning.Names;

/// <summary>What Korean names are made of, and the words and particles that stand beside them.</summary>
internal static class KoreanWords
{
    private const int LongestGiven = 2;
    private const int ShortestStem = 2;

    private static readonly Lazy<HashSet<string>> Families = Of("people", "surname");
    private static readonly Lazy<HashSet<string>> RareFamilies = Of("people", "rare");
    private static readonly Lazy<HashSet<string>> FrequentFamilies = Of("people", "frequent");
    private static readonly Lazy<HashSet<string>> Particles = Of("people", "particle");
    private static readonly Lazy<HashSet<string>> ToPersons = Of("people", "toperson");
    private static readonly Lazy<HashSet<string>> Children = Of("people", "ofchild");
    private static readonly Lazy<HashSet<string>> Doings = Of("people", "does");
    private static readonly Lazy<HashSet<string>> Happenings = Of("people", "happens");
    private static readonly Lazy<HashSet<string>> PlaceParticles = Of("places", "particle");
    private static readonly Lazy<HashSet<string>> Suffixes = Of("words", "suffix");
    private static readonly Lazy<HashSet<string>> Roles = Of("people", "before");
    private static readonly Lazy<HashSet<string>> Acts = Of("people", "act");
    private static readonly Lazy<HashSet<string>> Marks = Of("people", "mark");
    private static readonly Lazy<HashSet<string>> Titles = Of("people", "script");
    private static readonly Lazy<HashSet<string>> FamilyTitles = Of("people", "family");
    private static readonly Lazy<HashSet<string>> Latin = Of("people", "latin");
    private static readonly Lazy<HashSet<string>> Degrees = Of("people", "degree");
    private static readonly Lazy<HashSet<string>> Departments = Of("places", "department");
    private static readonly Lazy<HashSet<string>> Branches = Of("places", "branch");
    private static readonly Lazy<HashSet<string>> Givens = new(() => [.. ListsOf("given")]);
    private static readonly Lazy<HashSet<char>> Syllables = new(() => [.. ListsOf("syllable").Select(syllable => syllable[0])]);
    private static readonly Lazy<int> LongestLabel = new(() => Roles.Value.Concat(Acts.Value).Max(word => word.Length));
    private static readonly Lazy<int> LongestToPerson = new(() => ToPersons.Value.Max(word => word.Length));
    private static readonly Lazy<int> LongestDoing = new(() => Doings.Value.Max(word => word.Length));
    private static readonly Lazy<int> LongestHappening = new(() => Happenings.Value.Max(word => word.Length));
    private static readonly Lazy<int> LongestTitle = new(() => Titles.Value.Max(word => word.Length));
    private static readonly Lazy<int> LongestDepartment = new(() => Departments.Value.Max(word => word.Length));

    // Endings of words with which given names end, too: where somebody is announced they tell nothing.
    private static readonly HashSet<string> OfNames = new(["은", "인", "기", "성", "자", "화", "형", "하", "도", "상", "중", "지", "시", "의", "이", "여"], StringComparer.Ordinal);

    // With these end given names, and few words of other kinds.
    private const string EndsOfGivens = "근례숙순옥희철식웅욱훈혁준빈엽섭춘필규현린혜익룡녀";

    // With these end many words of two parts: 설명한, 예정일.
    private const string EndsOfWords = "한성자일인율형원도대선이";

    public static bool IsHangul(char character) => character is >= '\uAC00' and <= '\uD7A3';

    public static bool IsParticle(string text) => text.Length == 0 || Particles.Value.Contains(text);

    /// <summary>Whether a text is what stands behind persons alone, with a particle or none: 야, 에게는, 네가.</summary>
    public static bool IsToPerson(string text)
    {
        for (var length = Math.Min(LongestToPerson.Value, text.Length); length > 0; length--)
        {
            if (ToPersons.Value.Contains(text.Substring(0, length)) && IsParticle(text.Substring(length)) && (length == text.Length || text[0] != '야'))
                return true;
        }
        return false;
    }

    /// <summary>Whether a word starts with what somebody does or feels, and no thing: 아프다, 열남, 내원함.</summary>
    public static bool IsDoing(string word) => StartsWith(Doings.Value, LongestDoing.Value, word);

    /// <summary>Whether a word starts with what happens to things: 지연됨, 필요함.</summary>
    public static bool IsHappening(string word) => StartsWith(Happenings.Value, LongestHappening.Value, word);

    /// <summary>Whether a text is a particle that stands behind places; nothing is one, too.</summary>
    public static bool IsParticleOfPlace(string text) => text.Length == 0 || PlaceParticles.Value.Contains(text);

    public static bool IsGiven(string text) => Givens.Value.Contains(text);

    public static bool IsLatinLabel(string folded) => Latin.Value.Contains(folded);

    public static bool IsDegree(string folded) => Degrees.Value.Contains(folded);

    /// <summary>Whether a word ends with one of a person, as 책임간호사 does.</summary>
    public static bool EndsWithRole(string run) => EndsWith(Roles.Value, run);

    /// <summary>Whether a word ends with one of what somebody did, which announces who did it where a colon stands behind.</summary>
    public static bool EndsWithAct(string run) => EndsWith(Acts.Value, run);

    /// <summary>Whether a word is one of a person.</summary>
    public static bool IsRole(string run) => Roles.Value.Contains(run);

    /// <summary>Number of syllables of the longest word of a person or of what somebody did.</summary>
    public static int LongestRole => LongestLabel.Value;

    /// <summary>Whether a word starts with one of what somebody did: 연락됨, 지시로.</summary>
    public static bool StartsWithAct(string word)
    {
        for (var length = Math.Min(LongestLabel.Value, word.Length); length > 1; length--)
        {
            if (Acts.Value.Contains(word.Substring(0, length)))
                return true;
        }
        return false;
    }

    /// <summary>Whether a syllable stands for a label on forms.</summary>
    public static bool IsMark(string run) => Marks.Value.Contains(run);

    /// <summary>Whether a word is one of what somebody did.</summary>
    public static bool IsAct(string run) => Acts.Value.Contains(run);

    /// <summary>Whether a word is a branch of medicine that stands for its department.</summary>
    public static bool IsBranch(string run) => Branches.Value.Contains(run);

    /// <summary>Whether a word ends with a department of a hospital.</summary>
    public static bool IsDepartment(string run) => Enumerable.Range(1, Math.Min(LongestDepartment.Value, run.Length)).Any(length => Departments.Value.Contains(run.Substring(run.Length - length)));

    /// <summary>Whether a title stands at the start of some text, with nothing but a particle behind it.</summary>
    /// <param name="isBehindFamily">Whether it has to be one that stands behind a family's name alone.</param>
    public static bool IsTitle(string text, bool isBehindFamily = false)
    {
        for (var length = Math.Min(LongestTitle.Value, text.Length); length > 0; length--)
        {
            if ((isBehindFamily ? FamilyTitles : Titles).Value.Contains(text.Substring(0, length)) && IsParticle(text.Substring(length)))
                return true;
        }
        return false;
    }

    /// <summary>Whether a word says of a name before it, which is known, that it is that of a child.</summary>
    public static bool IsOfChild(string word) => Children.Value.Contains(word);

    /// <summary>Whether a text is a family's name.</summary>
    public static bool IsFamily(string text) => Families.Value.Contains(text);

    /// <summary>Whether a word is one of reports, or one with an ending.</summary>
    /// <param name="isAnnounced">Whether somebody is announced, so that an ending that given names have tells nothing.</param>
    public static bool IsCommon(string run, bool isAnnounced)
    {
        if (Vocabulary.IsCommonWord(run) || Roles.Value.Contains(run) || Acts.Value.Contains(run) || Titles.Value.Contains(run) || IsDepartment(run))
            return true;
        for (var length = ShortestStem; length < run.Length; length++)
        {
            var ending = run.Substring(length);
            if (Suffixes.Value.Contains(ending) && !(isAnnounced && OfNames.Contains(ending)) && Vocabulary.IsCommonWord(run.Substring(0, length)))
                return true;
        }
        return false;
    }

    /// <summary>Number of syllables at the start of a run that are a family's and a given name, with nothing but a particle behind them; zero where they are none.</summary>
    public static int NameLength(string run)
    {
        for (var family = Math.Min(2, run.Length - 1); family > 0; family--)
        {
            if (!IsFamily(run.Substring(0, family)))
                continue;
            for (var given = Math.Min(LongestGiven, run.Length - family); given > 0; given--)
            {
                if (IsParticle(run.Substring(family + given)) && run.Substring(family, given).All(Syllables.Value.Contains))
                    return family + given;
            }
        }
        // A syllable with which few families are called starts many words.
        return run.Length > 2 && RareFamilies.Value.Contains(run.Substring(0, 1)) && (IsGiven(run.Substring(1, 2)) || LooksGiven(run.Substring(1, 2))) && IsParticle(run.Substring(3)) ? 3 : 0;
    }

    /// <summary>Number of syllables of a name without what follows it in speech, where the given name is a common one then: 지훈이는, 허빈도, 경이는.</summary>
    public static int WithoutEnding(string run, int length)
    {
        var name = run.Substring(0, length);
        var rest = run.Substring(length);
        if (length < 2 || HasListedGiven(name) || (length == 2 && rest.Length == 0))
            return length;
        var shorter = run.Substring(0, length - 1);
        return name[length - 1] switch
        {
            // 이 stands behind a consonant, and the particle behind it is one that follows vowels.
            '이' when rest is "는" or "가" or "를" or "와" or "도" or "랑" && HasFinal(shorter[shorter.Length - 1]) => length - 1,
            '도' when rest.Length == 0 && HasListedShortGiven(shorter) => length - 1,
            _ => length,
        };
    }

    private static bool HasFinal(char syllable) => (syllable - '\uAC00') % 28 != 0;

    /// <summary>Whether a name is a family's and a given one of one syllable that many have: 최철.</summary>
    public static bool HasListedShortGiven(string name) => name.Length == 2 && IsFamily(name.Substring(0, 1)) && IsGiven(name.Substring(1));

    /// <summary>Whether two syllables may be a given name, of which the last one is the end of few other words.</summary>
    public static bool LooksGiven(string text) => text.Length == LongestGiven && text.All(Syllables.Value.Contains) && EndsOfGivens.IndexOf(text[1]) >= 0 && !IsCommon(text, isAnnounced: false);

    /// <summary>Whether a text is one of the families' names that few have, whose syllable starts many words.</summary>
    public static bool IsRareFamily(string text) => RareFamilies.Value.Contains(text);

    /// <summary>Whether a name of three syllables is none of the words that <see cref="IsCommon"/> knows and ends as names do: rare given names are in no list.</summary>
    public static bool EndsAsName(string run, string name) => name.Length == 3 && EndsOfGivens.IndexOf(name[2]) >= 0 && !IsCommon(run, isAnnounced: false) && !IsCommon(name.Substring(1), isAnnounced: false);

    /// <summary>Whether a name that <see cref="NameLength"/> found has a given name that many have.</summary>
    public static bool HasListedGiven(string name) => (name.Length > 2 && (IsFamily(name.Substring(0, 1)) || RareFamilies.Value.Contains(name.Substring(0, 1))) && IsGiven(name.Substring(1)))
        || (name.Length > 3 && IsFamily(name.Substring(0, 2)) && IsGiven(name.Substring(2)));

    /// <summary>Whether a name has a family's name of those that most people have, so that it is a name without a label.</summary>
    public static bool HasFrequentFamily(string name) => FrequentFamilies.Value.Contains(name.Substring(0, 1)) || (name.Length > 3 && IsFamily(name.Substring(0, 2)));

    /// <summary>Whether a family's name and a listed given one of two syllables make up no other word.</summary>
    public static bool IsNothingElse(string run, string name) => name.Length > 2 && name.Substring(0, name.Length - LongestGiven) is var family
        && (IsFamily(family) || (IsRareFamily(family) && EndsOfGivens.IndexOf(name[name.Length - 1]) >= 0)) && EndsOfWords.IndexOf(name[name.Length - 1]) < 0 && !IsCommon(run, isAnnounced: false);

    private static bool StartsWith(HashSet<string> starts, int longest, string word)
    {
        for (var length = Math.Min(longest, word.Length); length > 0; length--)
        {
            if (starts.Contains(word.Substring(0, length)))
                return true;
        }
        return false;
    }

    private static bool EndsWith(HashSet<string> labels, string run)
    {
        for (var length = Math.Min(LongestLabel.Value, run.Length); length > 0; length--)
        {
            // One syllable ends many words.
            if ((length > 1 || run.Length == 1) && labels.Contains(run.Substring(run.Length - length)))
                return true;
        }
        return false;
    }

    private static Lazy<HashSet<string>> Of(string table, string kind) =>
        new(() => new(LanguageData.WordsIn("ko", table, kind), StringComparer.Ordinal));

    private static IEnumerable<string> ListsOf(string kind) =>
        LanguageData.WordsIn("ko", "given", kind).SelectMany(line => line.Split(' '));
}

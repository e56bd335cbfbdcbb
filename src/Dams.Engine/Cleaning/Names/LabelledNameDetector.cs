using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Places;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds unknown names by the words beside them: titles, labels, roles, degrees. A word that is clinical or
/// everyday ends a name.
/// </summary>
internal sealed class LabelledNameDetector : IDetector
{
    private const int LongestName = 6;
    private const int MostOthers = 8;
    private const int LongestPreposition = 5;

    // A letter behind a comma is the initial of the next person.
    private const int ShortestTown = 2;

    private readonly TextKind _kind;

    /// <param name="kind">In technical terms titles, roles and degrees announce a name, and other labels with a colon.</param>
    public LabelledNameDetector(TextKind kind = TextKind.Prose) => _kind = kind;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var (kind, length) = NameLabels.FindAt(text, i);
            if (kind != NameLabelKind.None && _kind != TextKind.Prose)
                kind = NameLabels.KindInTerms(text, i, length);
            // "Contact Jane Doe" is written without a colon, too.
            if (kind == NameLabelKind.Label && text.IsRomance && IsBeforeFullName(text, i + length))
                kind = NameLabelKind.Agent;
            if (kind == NameLabelKind.None || EponymPhrases.Hold(text, i) || (_kind != TextKind.Prose && !AnnouncesSomebody(text, i, kind, length))
                || (kind == NameLabelKind.Agent && !(text.IsRomance && IsBeforeFullName(text, i + length))))
            {
                continue;
            }
            var (first, last) = kind == NameLabelKind.Degree ? NameBefore(text, i) : NameAfter(text, i + length, kind);
            var end = last;
            while (first <= last)
            {
                foreach (var part in Parts(text, first, last))
                    yield return part;
                end = last;
                (first, last) = _kind == TextKind.Prose && kind != NameLabelKind.Degree && !text.IsRomance ? NextName(text, last) : (0, -1);
            }
            foreach (var other in end >= i && _kind == TextKind.Prose && text.IsRomance && kind != NameLabelKind.Degree ? Others(text, end) : [])
                yield return other;
            if (end >= i && _kind == TextKind.Prose && TownBehind(text, end) is { } town)
                yield return town;
            i += length - 1;
        }
    }

    /// <summary>A name, or two that "and" or a preposition stands between, each for itself: Dr Doe à Thornwick.</summary>
    private static IEnumerable<Finding> Parts(TokenizedText text, int first, int last)
    {
        for (var start = first; start <= last;)
        {
            var end = start;
            while (end + 1 <= last && !IsApart(text, end + 1))
                end++;
            yield return new Finding(text.Tokens[start].Start, text.Tokens[end].End - text.Tokens[start].Start, FindingKind.Name);
            start = end + 2;
        }
    }

    private static bool IsApart(TokenizedText text, int index) =>
        IsAnd(text, index) || (text.IsRomance && text.Tokens[index].Folded is "A" or "E" or "ED" or "ET" or "Y" && char.IsLower(text.Text[text.Tokens[index].Start]));

    private static bool IsAnd(TokenizedText text, int index) => text.Tokens[index].Folded is "AND" or "UND" && char.IsLower(text.Text[text.Tokens[index].Start]);

    /// <summary>The next one of several people: behind a comma, a slash or "and", a name that no list of words knows and that ends its part of the list.</summary>
    private static (int First, int Last) NextName(TokenizedText text, int last)
    {
        if (last + 1 >= text.Tokens.Count)
            return (0, -1);
        var between = text.Between(last);
        var first = between == " " && IsAnd(text, last + 1) && last + 2 < text.Tokens.Count && text.Between(last + 1) == " " ? last + 2
            : between.Length <= 3 && between.Trim() is "," or "/" or "&" or "+" or ";" ? last + 1
            : -1;
        if (first < 0 || !IsTitleCase(text, first) || IsNextRole(text, first) || !CanBeName(text, first, NameLabelKind.Role, isFirst: false) || IsClinical(text, first))
            return (0, -1);
        var end = first;
        while (end + 1 < text.Tokens.Count && end - first < 2 && text.Between(end) is " " or "-" or "'" or "’" && IsTitleCase(text, end + 1)
            && (text.Between(end) != " " || !Vocabulary.IsCommonWord(text.Tokens[end + 1].Folded)))
        {
            end++;
        }
        return EndsPart(text, end) ? (first, end) : (0, -1);
    }

    /// <summary>Whether a part of a list ends behind a token: at its end, at a mark, or before "and" or a small word.</summary>
    private static bool EndsPart(TokenizedText text, int index)
    {
        var end = text.Tokens[index].End;
        return end == text.Text.Length || index + 1 == text.Tokens.Count || text.Text[end] is ',' or ';' or '.' or '/' or ')' or '\n' or '\r' or '&' or '+' or '|'
            || (text.Between(index) is " " or " / " or " & " && (char.IsLower(text.Text[text.Tokens[index + 1].Start]) || text.Tokens[index + 1].IsNumber || text.Between(index) != " "));
    }

    /// <summary>Whether a dot behind a word of a role or a title ends its sentence; one behind an abbreviation does not.</summary>
    private static bool EndsSentence(TokenizedText text, int last, NameLabelKind kind)
    {
        const int longestAbbreviation = 6;
        return text.Between(last) == ". " && (kind == NameLabelKind.Role ? text.Tokens[last].Length > longestAbbreviation : WholeTitles.Contains(text.Tokens[last].Folded));
    }

    // Titles that nobody shortens, so that a dot behind them ends the sentence: this pleasant lady. Ultrasound shows.
    private static readonly HashSet<string> WholeTitles = new(
        ["FRAU", "HERR", "HERRN", "DOKTOR", "KOLLEGE", "KOLLEGIN", "LADY", "LORD", "SIR", "DAME", "MADAM", "MISS", "MISTER", "MASTER", "DOCTOR", "DOCTORS", "PROFESSOR", "NURSE", "SISTER", "BROTHER", "FATHER"],
        StringComparer.Ordinal);

    // "Tochter der Patientin" has no name.
    private static bool IsArticle(TokenizedText text, int index) => text.Tokens[index].Folded is "DER" or "DEN" or "DEM" or "DES" && char.IsLower(text.Text[text.Tokens[index].Start]);

    /// <summary>Whether the next person is announced: "OA Brandt und AÄ Vogt", "Surgeon Bevan asst Hale".</summary>
    private static bool IsNextRole(TokenizedText text, int index) => text.Tokens[index].Length > 1 && NameLabels.IsRole(text.Tokens[index].Folded)
        && !Vocabulary.IsSurname(text.Tokens[index].Folded) && !Vocabulary.IsGivenName(text.Tokens[index].Folded);

    /// <summary>Whether somebody is addressed, so that only a name follows.</summary>
    private static bool IsAddressed(TokenizedText text, int last) => text.Tokens[last].Folded is "HERR" or "HERRN" or "FRAU" or "KOLLEGE" or "KOLLEGIN" or "LIEBER" or "LIEBE" || NameLabels.IsTitle(text, last);

    /// <summary>Whether a word with a capital in German is a noun rather than a name: it is made of other words, or ends as words of medicine do.</summary>
    private static bool IsClinical(TokenizedText text, int index)
    {
        var folded = text.Tokens[index].Folded;
        // The language of a short text may not be known; endings alone tell then too little.
        return text.Language is "de" or "" && !Vocabulary.IsSurname(folded) && !Vocabulary.IsGivenName(folded) && ((text.Language == "de" && MedicalEndings.Has(folded)) || Compounds.IsOne(folded));
    }

    /// <summary>Whether two words with capitals follow, of which the second is in no list: par Claire Doe, where par Voie stays.</summary>
    private static bool IsBeforeFullName(TokenizedText text, int first)
    {
        if (first >= text.Tokens.Count || text.Between(first - 1) != " " || !IsTitleCase(text, first) || Vocabulary.IsEponym(text.Tokens[first].Folded))
            return false;
        var given = NameSeparators.EndWithHyphens(text, first);
        return StartsFullName(text, given) && (GivenWords.Value.Contains(text.Tokens[first].Folded) || Vocabulary.IsGivenName(text.Tokens[first].Folded)
            || !Vocabulary.IsCommonWord(text.Tokens[first].Folded));
    }

    // Names that are other words, too: they name somebody behind a role.
    private static readonly Lazy<HashSet<string>> GivenWords = new(() => [.. LanguageData.Words("people", "given", "family").Select(Folding.Fold)]);

    private static readonly Lazy<HashSet<string>> FamilyWords = new(() => [.. LanguageData.Words("people", "family").Select(Folding.Fold)]);

    private static Finding Between(TokenizedText text, int first, int last) =>
        new(text.Tokens[first].Start, text.Tokens[last].End - text.Tokens[first].Start, FindingKind.Name);

    /// <summary>The further names of an enumeration: Dr Doe, Stubbe et Thornwick.</summary>
    private static IEnumerable<Finding> Others(TokenizedText text, int last)
    {
        for (var count = 0; count < MostOthers && last + 1 < text.Tokens.Count; count++)
        {
            var first = last + 1;
            if (text.Between(last) is " " && text.Tokens[first].Folded is "ET" or "Y" or "E" or "ED" && char.IsLower(text.Text[text.Tokens[first].Start]) && first + 1 < text.Tokens.Count
                && text.Between(first) == " ")
            {
                first++;
            }
            else if (text.Between(last) is not (", " or " / " or "/" or " & " or " + " or " - "))
                yield break;
            var (end, words) = (first - 1, 0);
            while (end + 1 < text.Tokens.Count && words < 2 && (end < first || text.Between(end) is " " or "-" or "'" or "’"))
            {
                if (IsUnlisted(text, end + 1))
                    words++;
                else if (!IsBridge(text, end + 1))
                    break;
                end++;
            }
            if (words == 0 || !IsUnlisted(text, end) || !EndsItem(text, end))
                yield break;
            yield return Between(text, first, end);
            last = end;
        }
    }

    private static bool IsUnlisted(TokenizedText text, int index) => IsTitleCase(text, index) && !Vocabulary.IsCommonWord(text.Tokens[index].Folded)
        && NameLabels.FindAt(text, index).Kind == NameLabelKind.None && !NameSeparators.IsParticle(text.Tokens[index].Folded);

    /// <summary>Whether a member of an enumeration ends: at a mark, or before the word that leads to the last.</summary>
    private static bool EndsItem(TokenizedText text, int index) => index + 1 == text.Tokens.Count
        || text.Between(index).IndexOfAny([',', '.', ';', ')', '(', '/', '\n', '\r', '&']) >= 0 || text.Tokens[index + 1].Folded is "ET" or "Y" or "E" or "ED";

    private static readonly Regex BehindName = new(@"\G(?: \([^()\n]{1,40}\))?(?=, ?\p{Lu})", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <summary>The town of a practice, as letters have it behind the name: Dr. Jane Doe (radiologist), Thornwick.</summary>
    private static Finding? TownBehind(TokenizedText text, int last)
    {
        var behind = BehindName.Match(text.Text, text.Tokens[last].End);
        if (!behind.Success)
            return null;
        var start = text.Tokens[last].End + behind.Length;
        var end = TownDetector.EndOfTown(text, start);
        // "D-Arzt Doe, BG-Fall": what follows may be a word of the report, too.
        var first = text.IndexOfToken(start);
        if (first < text.Tokens.Count && TownNames.LengthAt(text, first) == 0 && !PlaceWords.StartsPlace(text.Tokens[first].Folded) && IsWord(text, first, end))
            return null;
        return end > start + ShortestTown + 1 && (end == text.Text.Length || text.Text[end] is '.' or ',' or ';' or ')' or '\n' or '\r')
            ? new Finding(start + 2, end - start - 2, FindingKind.PostalAddress)
            : null;
    }

    /// <summary>Whether no token up to a place is one that no list of words has, or the first one is a short one in capitals.</summary>
    private static bool IsWord(TokenizedText text, int first, int end)
    {
        if (text.Tokens[first].Length > 1 && char.IsUpper(text.Text[text.Tokens[first].Start + 1]))
            return true;
        for (var i = first; i < text.Tokens.Count && text.Tokens[i].Start < end; i++)
        {
            if (!Vocabulary.IsCommonWord(text.Tokens[i].Folded) && !IsClinical(text, i))
                return false;
        }
        return true;
    }

    // A protocol, a coil or an algorithm has a name too, and a program is a reader.
    private bool AnnouncesSomebody(TokenizedText text, int index, NameLabelKind kind, int length) => kind switch
    {
        NameLabelKind.Title or NameLabelKind.Role or NameLabelKind.Degree => true,
        NameLabelKind.Label => index + length < text.Tokens.Count
            && text.Between(index + length - 1).IndexOfAny([':', '=', '\uFF1A']) >= 0 && text.IsCapitalized(index + length)
            && (length > 1 || text.Tokens[index].Folded != "READER")
            && (length > 1 || text.Tokens[index].Folded is not ("NAME" or "NOM" or "NOME" or "NOMBRE") || IsOfPerson(text, index)),
        _ => false,
    };

    /// <summary>Whether "name:" is that of a person: no thing stands before it, and what follows is written as names of people are.</summary>
    private bool IsOfPerson(TokenizedText text, int label)
    {
        // "Coil Name:" and "coil name:" are one label; in "bone kernel Name:" another one starts.
        if (label > 0 && text.Between(label - 1) is " " or "-" or "_" or "" && NameLabels.IsThing(text.Tokens[label - 1].Folded)
            && (text.IsCapitalized(label - 1) || !text.IsCapitalized(label)))
        {
            return false;
        }
        var folded = text.Tokens[label + 1].Folded;
        return Vocabulary.IsGivenName(folded) || Vocabulary.IsSurname(folded) || (_kind is TextKind.Technical or TextKind.DeviceLabel && IsTitleCase(text, label + 1));
    }

    /// <summary>The tokens of the name after a title, label or role; the last before the first where there is none.</summary>
    private static (int First, int Last) NameAfter(TokenizedText text, int first, NameLabelKind kind)
    {
        if (first >= text.Tokens.Count || !CanSeparate(text.Between(first - 1), kind) || EndsSentence(text, first - 1, kind) || (kind == NameLabelKind.Role && text.IsRomance && EndsSentence(text, first - 1))
            || (kind == NameLabelKind.Label && text.Language == "de" && text.Tokens[first - 1].Folded.IndexOf("NAME", StringComparison.Ordinal) < 0 && IsClinical(text, first))
            || (kind is NameLabelKind.Role or NameLabelKind.Title && text.Between(first - 1) == " " && text.Language is "de" or "" && (IsArticle(text, first) || (kind == NameLabelKind.Role && !IsAddressed(text, first - 1) && IsClinical(text, first)))))
        {
            return (0, -1);
        }
        // Por la Dra. Doe: the title tells of the name, and the article is no part of it.
        if (first + 1 < text.Tokens.Count && char.IsLower(text.Text[text.Tokens[first].Start]) && NameLabels.IsTitle(text, first + 1))
            return (0, -1);
        var (last, units, comma, isGiven) = (first - 1, 0, false, false);
        for (var i = first; i < text.Tokens.Count && i < first + LongestName; i++)
        {
            var between = i == first ? "" : text.Between(i - 1).Trim();
            if (i > first && (!NameSeparators.AreAdjacent(text, i - 1) && !Joins(text, i, kind)))
                break;
            if (i > first && (StartsSentence(text, i) || IsCode(text, i) || NameContext.IsGenitive(text, i) || IsNextRole(text, i) || IsDegree(text, i) || LeadsAway(text, i, isGiven) || (between.Length == 0 && IsClinical(text, i))))
                break;
            // Her daughter: "la fille de Mme Doe".
            if (i > first && text.IsRomance && text.Tokens[i].Length > 1 && text.Tokens[i - 1].Folded is "DE" or "DI" or "DEL" or "DELLA" or "DU" or "DES" && NameLabels.IsTitle(text, i))
                break;
            // Le Floc'h.
            if (i > first && text.IsRomance && text.Between(i - 1) is "'" or "’" && !text.IsCapitalized(i) && last == i - 1)
            {
                last = i;
                continue;
            }
            // "Doe, Jane" goes on after its comma; "J. Doe, chest pain" does not.
            if (between.Contains(",") && (comma || units != 1))
                break;
            // "D-Arzt Doe, BG-Fall", "Anästhesie: Doe, Sedierung": what follows is no given name.
            if (i > first && between.Contains(",") && (IsClinical(text, i) || (IsTitleCase(text, first) && text.Tokens[i].Length is 2 or 3 && !IsTitleCase(text, i) && char.IsUpper(text.Text[text.Tokens[i].End - 1]))))
                break;
            // "Zweitmeinung zum Befund" names nobody.
            if (i == first && kind == NameLabelKind.Role && LeadsAway(text, i, isBehindGiven: true))
                break;
            comma |= between.Contains(",");
            if (IsBridge(text, i))
                continue;
            var isNewUnit = i == first || text.Between(i - 1) != "-";
            if (!CanBeName(text, i, kind, isFirst: i == first) && !((isGiven || !isNewUnit || (IsBehindParticle(text, first, i) && !IsOf(text, first, i, kind))) && (IsTitleCase(text, i) || IsBehindCapitals(text, first, i) || (i > first && text.IsRomance && IsInCapitals(text, i) && IsInCapitals(text, i - 1)))))
                break;
            if (isNewUnit && units >= 2 && !Continues(text, i) && !(units == 2 && text.Language == "es" && (IsTitleCase(text, i) || (IsInCapitals(text, i) && IsInCapitals(text, i - 1)))))
                break;
            units += isNewUnit ? 1 : 0;
            isGiven = units == 1 && Vocabulary.IsGivenName(text.Tokens[i].Folded);
            last = i;
        }
        // "Of" leads to the name and is no part of it: resident of, daughter of.
        if (first < last && text.Tokens[first].Folded == "OF")
            first++;
        // So does "de" behind who belongs to somebody: nieta de, l'épouse de; behind what was done it is of the name: por de la Rosa.
        if (kind == NameLabelKind.Role && text.IsRomance && first < last && text.Tokens[first].Folded is "DE" or "DI" or "DU" or "A" && char.IsLower(text.Text[text.Tokens[first].Start])
            && text.Between(first - 1) == " " && text.Tokens[first - 1].Length > LongestPreposition && text.IsCapitalized(first + 1))
        {
            first++;
        }
        // An initial alone is no name.
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Any(i => text.Tokens[i].Length > 1) ? (first, last) : (0, -1);
    }

    /// <summary>Whether a degree or a register in capitals stands behind a name in small letters: Keith Doe NP, Amelia Doe FRCR.</summary>
    private static bool IsDegree(TokenizedText text, int index) => NameLabels.FindAt(text, index).Kind == NameLabelKind.Degree
        && text.Tokens[index].Length > 1 && char.IsUpper(text.Text[text.Tokens[index].End - 1]) && char.IsLower(text.Text[text.Tokens[index - 1].End - 1]);

    /// <summary>Whether a German particle leads from the name to where somebody works, or to a day: Frau Doe vom Sozialdienst, Doe vom Sonntag.</summary>
    private static bool LeadsAway(TokenizedText text, int index, bool isBehindGiven)
    {
        if (text.Language is not ("de" or "") || !char.IsLower(text.Text[text.Tokens[index].Start]) || text.Tokens[index].Folded is not ("VOM" or "ZUM" or "ZUR" or "VON"))
            return false;
        var next = index + 1;
        while (next < text.Tokens.Count && next - index < LongestName && NameSeparators.IsParticle(text.Tokens[next].Folded) && char.IsLower(text.Text[text.Tokens[next].Start]))
            next++;
        if (next == text.Tokens.Count || text.Tokens[next].IsNumber || IsCode(text, next))
            return true;
        var folded = text.Tokens[next].Folded;
        return !Vocabulary.IsSurname(folded)
            && ((!isBehindGiven && text.Tokens[index].Folded != "VON") || Vocabulary.IsCommonWord(folded) || MedicalEndings.Has(folded) || Compounds.IsOne(folded));
    }

    /// <summary>Whether a letter belongs to the number behind it: T2, L5, S1.</summary>
    private static bool IsCode(TokenizedText text, int index) =>
        text.Tokens[index].Length <= 2 && index + 1 < text.Tokens.Count && text.Tokens[index + 1].IsNumber && text.Between(index).Length == 0;

    /// <summary>Whether a dot behind a role ends its sentence, and no abbreviation: Médecin informé. Valve perméable.</summary>
    private static bool EndsSentence(TokenizedText text, int index)
    {
        const int longestAbbreviation = 5;
        return text.Tokens[index].Length > longestAbbreviation && text.Between(index) is ". " or ".\n";
    }

    /// <summary>Whether a new sentence begins after a name, or goes on with an article.</summary>
    private static bool StartsSentence(TokenizedText text, int index)
    {
        const int longestAbbreviation = 3;
        var (between, previous, token) = (text.Between(index - 1), text.Tokens[index - 1], text.Tokens[index]);
        if (between.Length > 1 && between[0] == '.'
            && (previous.Length > longestAbbreviation || (previous.Length == longestAbbreviation && (Vocabulary.IsSurname(previous.Folded) || Vocabulary.IsGivenName(previous.Folded)))))
        {
            return true;
        }
        return token.Folded == "A" && previous.Length > 1 && index + 1 < text.Tokens.Count && text.Between(index) == " "
            && char.IsLower(text.Text[text.Tokens[index + 1].Start]);
    }

    /// <summary>The tokens of the name before a degree.</summary>
    private static (int First, int Last) NameBefore(TokenizedText text, int degree)
    {
        if (degree == 0 || char.IsLower(text.Text[text.Tokens[degree].Start])
            || !(text.Between(degree - 1).Contains(",") || (text.Between(degree - 1) == " " && IsRegistered(text, degree))))
            return (0, -1);
        var first = degree;
        while (first > 0 && degree - first < 3 && (first == degree || NameSeparators.AreAdjacent(text, first - 1))
            && !text.Between(first - 1).Contains(",") | first == degree
            && CanBeName(text, first - 1, NameLabelKind.Degree, isFirst: false))
        {
            first--;
        }
        return (first, degree - 1);
    }

    /// <summary>Whether a degree names its branch behind it, as registers of technologists write it: RT(R), RT (CT)(MR).</summary>
    private static bool IsRegistered(TokenizedText text, int degree) => degree + 1 < text.Tokens.Count
        && text.Between(degree) is "(" or " (" && text.Tokens[degree + 1] is { Length: <= 2 } branch && branch.End < text.Text.Length && text.Text[branch.End] == ')';

    /// <summary>Whether a third word still belongs to the name: after a given name or a particle it does.</summary>
    private static bool Continues(TokenizedText text, int index) =>
        Vocabulary.IsSurname(text.Tokens[index].Folded) || Vocabulary.IsGivenName(text.Tokens[index].Folded)
        || NameSeparators.IsParticle(text.Tokens[index - 1].Folded) || IsConnector(text.Tokens[index - 1].Folded) || text.Tokens[index - 1].Length == 1
        || Vocabulary.IsGivenName(text.Tokens[index - 1].Folded);

    /// <summary>A particle in small letters, or "and" between two people, with a name after it.</summary>
    private static bool IsBridge(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        var isParticle = NameSeparators.IsParticle(token.Folded) || IsConnector(token.Folded);
        return isParticle && index + 1 < text.Tokens.Count && !text.Tokens[index + 1].IsNumber
            && (text.IsCapitalized(index + 1) || NameSeparators.IsParticle(text.Tokens[index + 1].Folded));
    }

    /// <summary>Whether a word stands between two people: "reported by A to B".</summary>
    private static bool IsConnector(string folded) => folded is "AND" or "ET" or "Y" or "UND" or "E" or "TO" or "AN" or "A";

    private static bool Joins(TokenizedText text, int index, NameLabelKind kind) =>
        kind == NameLabelKind.Role && text.Between(index - 1).Trim() is "&" or "and";

    private static bool CanSeparate(string between, NameLabelKind kind)
    {
        var bare = between.Replace(" ", "").Replace("\t", "");
        return kind switch
        {
            NameLabelKind.Agent => bare.Length == 0,
            NameLabelKind.Title => bare is "" or "." or ".:" or ":" or "_" or "^",
            NameLabelKind.Role => bare.Length <= 2 && bare.All(character => character is ':' or '.' or ',' or '(' or '=' or '-' or '_' or '/'),
            _ => bare.Length is 1 or 2 && bare.All(character => character is ':' or '=' or '-' or '.' or '_' or '^' or '：')
                && bare.Any(character => character is ':' or '=' or '^' or '：'),
        };
    }

    /// <summary>
    /// Whether a word that is clinical elsewhere names somebody here: a surname that ends its clause, or what stands
    /// before a common surname.
    /// </summary>
    private static bool IsNameInContext(TokenizedText text, int index, bool isFirst)
    {
        var token = text.Tokens[index];
        if (Vocabulary.IsEponym(token.Folded) && (token.End == text.Text.Length || text.Text[token.End] is '.' or ',' or ';' or ')' or '('))
            return true;
        if (!isFirst)
            return false;
        // Grace, Hope: words that people are called, where no other word of the report follows.
        if (Vocabulary.IsNameToo(token.Folded) && EndsPart(text, index))
            return true;
        // OA Lange, Dikt.: Braun, Professor Green: where a colour or a size would stand in small letters.
        if (Vocabulary.IsMostlyPerson(token.Folded) && EndsPart(text, index) && !(index + 1 < text.Tokens.Count && text.Tokens[index + 1].IsNumber))
            return true;
        var next = index + 1;
        while (next + 1 < text.Tokens.Count && text.Between(next - 1) is " " or "-" or "'" or "’"
            && (NameSeparators.IsParticle(text.Tokens[next].Folded) || (text.Tokens[next].Length == 1 && text.Between(next) is "'" or "’")))
        {
            next++;
        }
        var isKnown = next < text.Tokens.Count && text.Between(next - 1) is " " or "-" or "'" or "’" && IsTitleCase(text, next);
        return isKnown && (Vocabulary.IsSurname(text.Tokens[next].Folded)
            || (text.Language != "de" && (Vocabulary.IsNameToo(token.Folded) || next > index + 1) && (next > index + 1 || !Vocabulary.IsCommonWord(text.Tokens[next].Folded))));
    }

    /// <summary>Whether a word that people are called stands in capitals before another that no list of words has: GRACE BENNETT.</summary>
    private static bool IsGivenInCapitals(TokenizedText text, int index) => Vocabulary.IsNameToo(text.Tokens[index].Folded) && index + 1 < text.Tokens.Count
        && text.Between(index) == " " && text.IsCapitalized(index + 1)
        && (!Vocabulary.IsCommonWord(text.Tokens[index + 1].Folded) || NameSeparators.IsParticle(text.Tokens[index + 1].Folded));

    /// <summary>Whether a word that is another one elsewhere stands before a surname that no list knows, with its particles: Claire L'Hermitte.</summary>
    private static bool StartsFullName(TokenizedText text, int index)
    {
        var next = index + 1;
        while (next + 1 < text.Tokens.Count && next - index < LongestName && text.Between(next - 1) is " " && text.Tokens[next].Folded is not ("E" or "Y") && NameSeparators.IsParticle(text.Tokens[next].Folded)
            && (text.IsCapitalized(next + 1) || NameSeparators.IsParticle(text.Tokens[next + 1].Folded)))
        {
            next++;
        }
        return next < text.Tokens.Count && text.Between(next - 1) is " " or "'" or "’" or "-" && IsWrittenAlike(text, index, next)
            && (!Vocabulary.IsCommonWord(text.Tokens[next].Folded) || IsJoinedToName(text, next))
            && NameLabels.FindAt(text, next).Kind == NameLabelKind.None;
    }

    /// <summary>Whether a particle of the same name stands before: de La Tour.</summary>
    private static bool IsBehindParticle(TokenizedText text, int first, int index) =>
        index > first && text.Tokens[index - 1].Length > 1 && NameSeparators.IsParticle(text.Tokens[index - 1].Folded);

    /// <summary>Whether a role is of something, and no name follows: Collega di Neurologia.</summary>
    private static bool IsOf(TokenizedText text, int first, int index, NameLabelKind kind) => kind == NameLabelKind.Role && index == first + 1
        && char.IsLower(text.Text[text.Tokens[first].Start]) && Vocabulary.IsCommonWord(text.Tokens[index].Folded);

    /// <summary>Whether a word in capitals goes on a name in capitals behind its particle: VAN DER MEER.</summary>
    private static bool IsBehindCapitals(TokenizedText text, int first, int index) =>
        (IsBehindParticle(text, first, index) || (index > first && text.Between(index - 1) == "-")) && text.Tokens[index].Length > 2
        && char.IsUpper(text.Text[text.Tokens[index].Start + 1]) && char.IsUpper(text.Text[text.Tokens[index - 1].End - 1]);

    private static bool IsTitleCase(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length > 2 && char.IsUpper(text.Text[token.Start]) && char.IsLower(text.Text[token.Start + 1]);
    }

    /// <summary>Whether two words are both written as a name is: with one capital, or in capitals.</summary>
    private static bool IsWrittenAlike(TokenizedText text, int index, int other) =>
        (IsTitleCase(text, index) && IsTitleCase(text, other)) || (IsInCapitals(text, index) && IsInCapitals(text, other));

    private static bool IsInCapitals(TokenizedText text, int index)
    {
        var token = text.Tokens[index];
        return !token.IsNumber && token.Length > 2 && char.IsUpper(text.Text[token.Start]) && char.IsUpper(text.Text[token.Start + 1]) && char.IsUpper(text.Text[token.End - 1]);
    }

    /// <summary>Whether a word is the first half of a double name that no list knows: Saint-Exupère.</summary>
    private static bool IsJoinedToName(TokenizedText text, int index) => index + 1 < text.Tokens.Count && text.Between(index) == "-"
        && IsTitleCase(text, index) && IsTitleCase(text, index + 1) && !Vocabulary.IsCommonWord(text.Tokens[index + 1].Folded);

    private static bool CanBeName(TokenizedText text, int index, NameLabelKind kind, bool isFirst)
    {
        var token = text.Tokens[index];
        if (token.IsNumber || Scripts.IsWithoutSpaces(text.Text[token.Start]))
            return false;
        var isCapitalized = text.IsCapitalized(index);
        if (isFirst && isCapitalized && kind is NameLabelKind.Role or NameLabelKind.Title && IsGivenInCapitals(text, index))
            return true;
        var isTitled = isFirst && kind == NameLabelKind.Title && isCapitalized && token.Length > 2
            && char.IsLower(text.Text[token.Start + 1]) && text.Text[token.Start - 2] == '.';
        if (isTitled || (kind != NameLabelKind.Degree && IsTitleCase(text, index) && IsNameInContext(text, index, isFirst)))
            return true;
        if (isFirst && text.IsRomance && token.Length > 2 && isCapitalized && (GivenWords.Value.Contains(token.Folded)
            || (kind == NameLabelKind.Title && IsTitleCase(text, index)) || StartsFullName(text, index)))
        {
            return true;
        }
        // Iglesias Cortés.
        if (!isFirst && text.IsRomance && IsTitleCase(text, index) && text.Between(index - 1) is " " && FamilyWords.Value.Contains(token.Folded) && text.IsCapitalized(index - 1))
            return true;
        // A name that starts with a capital does not go on without: AP: Jane operada de hernia.
        if (!isFirst && text.IsRomance && !isCapitalized && index > 0 && text.IsCapitalized(index - 1))
            return false;
        // A colon announces a name even in small letters; other words need a capital after them.
        var needsCapital = kind != NameLabelKind.Label && !(kind == NameLabelKind.Role && isFirst && text.Between(index - 1).Contains(":"));
        if (needsCapital && !isCapitalized)
            return false;
        // "Befund an Hausarzt" names nobody.
        if (isFirst && kind != NameLabelKind.Title && text.Language == "de" && NameLabels.IsRole(token.Folded) && !Vocabulary.IsSurname(token.Folded))
            return false;
        return token.Length == 1 ? isCapitalized : !Vocabulary.IsCommonWord(token.Folded) || IsJoinedToName(text, index);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>Where a name starts and ends that a title, a label or a role announces, or a degree follows.</summary>
internal static class AnnouncedName
{
    private const int LongestName = 6;
    private const int LongestPreposition = 5;

    // Titles that nobody shortens, so that a dot behind them ends the sentence: this pleasant lady. Ultrasound shows.
    private static readonly HashSet<string> WholeTitles = new(
        ["FRAU", "HERR", "HERRN", "DOKTOR", "KOLLEGE", "KOLLEGIN", "LADY", "LORD", "SIR", "DAME", "MADAM", "MISS", "MISTER", "MASTER", "DOCTOR", "DOCTORS", "PROFESSOR", "NURSE", "SISTER", "BROTHER", "FATHER"],
        StringComparer.Ordinal);

    /// <summary>The tokens of the name after a title, label or role; the last before the first where there is none.</summary>
    public static (int First, int Last) After(TokenizedText text, int first, NameLabelKind kind)
    {
        if (first >= text.Tokens.Count || !CanSeparate(text.Between(first - 1), kind) || EndsSentence(text, first - 1, kind)
            || (kind == NameLabelKind.Label && text.Language == "de" && text.Tokens[first - 1].Folded.IndexOf("NAME", StringComparison.Ordinal) < 0 && NameWords.IsClinical(text, first))
            || (kind is NameLabelKind.Role or NameLabelKind.Title && text.Between(first - 1) == " " && text.Language is "de" or "" && (IsArticle(text, first) || (kind == NameLabelKind.Role && !IsAddressed(text, first - 1) && NameWords.IsClinical(text, first)))))
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
            if (i > first && (StartsSentence(text, i) || IsCode(text, i) || NameContext.IsGenitive(text, i) || NameWords.IsNextRole(text, i) || IsDegree(text, i) || LeadsAway(text, i, isGiven) || (between.Length == 0 && NameWords.IsClinical(text, i))))
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
            if (i > first && between.Contains(",") && (NameWords.IsClinical(text, i) || (NameWords.IsTitleCase(text, first) && text.Tokens[i].Length is 2 or 3 && !NameWords.IsTitleCase(text, i) && char.IsUpper(text.Text[text.Tokens[i].End - 1]))))
                break;
            // "Patient Murphy positive", "Radiologist: Bosniak III": a sign or a class.
            if (i == first && kind == NameLabelKind.Role && Vocabulary.IsEponym(text.Tokens[i].Folded) && EponymContext.IsBeforeNoun(text, i))
                break;
            // "Zweitmeinung zum Befund" names nobody.
            if (i == first && kind == NameLabelKind.Role && LeadsAway(text, i, isBehindGiven: true))
                break;
            // Servus Doe, der Kollege kommt.
            if (i > first && between.Contains(",") && IsArticle(text, i))
                break;
            comma |= between.Contains(",");
            if (NameWords.IsBridge(text, i))
                continue;
            var isNewUnit = i == first || text.Between(i - 1) != "-";
            if (!NameWords.CanBeName(text, i, kind, isFirst: i == first) && !((isGiven || !isNewUnit || (IsBehindParticle(text, first, i) && !IsOf(text, first, i, kind))) && (NameWords.IsTitleCase(text, i) || IsBehindCapitals(text, first, i) || (i > first && text.IsRomance && NameWords.IsInCapitals(text, i) && NameWords.IsInCapitals(text, i - 1)))))
                break;
            if (isNewUnit && units >= 2 && !Continues(text, i) && !(units == 2 && text.Language == "es" && (NameWords.IsTitleCase(text, i) || (NameWords.IsInCapitals(text, i) && NameWords.IsInCapitals(text, i - 1)))))
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
        for (var i = first; i <= last; i++)
        {
            if (text.Tokens[i].Length > 1)
                return (first, last);
        }
        return (0, -1);
    }

    /// <summary>The tokens of the name before a degree.</summary>
    public static (int First, int Last) Before(TokenizedText text, int degree)
    {
        if (degree == 0 || char.IsLower(text.Text[text.Tokens[degree].Start])
            || !(text.Between(degree - 1).Contains(",") || (text.Between(degree - 1) == " " && IsRegistered(text, degree))))
            return (0, -1);
        var first = degree;
        while (first > 0 && degree - first < 3 && (first == degree || NameSeparators.AreAdjacent(text, first - 1))
            && !text.Between(first - 1).Contains(",") | first == degree
            && NameWords.CanBeName(text, first - 1, NameLabelKind.Degree, isFirst: false))
        {
            first--;
        }
        return (first, degree - 1);
    }

    /// <summary>Whether a degree names its branch behind it, as registers of technologists write it: RT(R), RT (CT)(MR).</summary>
    private static bool IsRegistered(TokenizedText text, int degree) => degree + 1 < text.Tokens.Count
        && text.Between(degree) is "(" or " (" && text.Tokens[degree + 1] is { Length: <= 2 } branch && branch.End < text.Text.Length && text.Text[branch.End] == ')';

    /// <summary>Whether a dot behind a word of a role or a title ends its sentence, and no abbreviation: Médecin informé. Valve perméable.</summary>
    private static bool EndsSentence(TokenizedText text, int last, NameLabelKind kind)
    {
        var longestAbbreviation = text.IsRomance ? 5 : 6;
        return text.Between(last) is ". " or ".\n" && (kind == NameLabelKind.Role ? text.Tokens[last].Length > longestAbbreviation : WholeTitles.Contains(text.Tokens[last].Folded));
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

    // "Tochter der Patientin" has no name.
    private static bool IsArticle(TokenizedText text, int index) => text.Tokens[index].Folded is "DER" or "DIE" or "DAS" or "DEN" or "DEM" or "DES" && char.IsLower(text.Text[text.Tokens[index].Start]);

    /// <summary>Whether somebody is addressed, so that only a name follows.</summary>
    private static bool IsAddressed(TokenizedText text, int last) => text.Tokens[last].Folded is "HERR" or "HERRN" or "FRAU" or "KOLLEGE" or "KOLLEGIN" or "LIEBER" or "LIEBE" || NameLabels.IsTitle(text, last);

    /// <summary>Whether a role is of something, and no name follows: Collega di Neurologia.</summary>
    private static bool IsOf(TokenizedText text, int first, int index, NameLabelKind kind) => kind == NameLabelKind.Role && index == first + 1
        && char.IsLower(text.Text[text.Tokens[first].Start]) && Vocabulary.IsCommonWord(text.Tokens[index].Folded);

    /// <summary>Whether a degree or a register in capitals stands behind a name in small letters: Keith Doe NP, Amelia Doe FRCR.</summary>
    private static bool IsDegree(TokenizedText text, int index) => text.Tokens[index].Length > 1
        && char.IsUpper(text.Text[text.Tokens[index].End - 1]) && char.IsLower(text.Text[text.Tokens[index - 1].End - 1])
        && NameLabels.FindAt(text, index).Kind == NameLabelKind.Degree;

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

    /// <summary>Whether a third word still belongs to the name: after a given name or a particle it does.</summary>
    private static bool Continues(TokenizedText text, int index) =>
        Vocabulary.IsSurname(text.Tokens[index].Folded) || Vocabulary.IsGivenName(text.Tokens[index].Folded)
        || NameSeparators.IsParticle(text.Tokens[index - 1].Folded) || NameWords.IsConnector(text.Tokens[index - 1].Folded) || text.Tokens[index - 1].Length == 1
        || Vocabulary.IsGivenName(text.Tokens[index - 1].Folded);

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

    /// <summary>Whether a particle of the same name stands before: de La Tour.</summary>
    private static bool IsBehindParticle(TokenizedText text, int first, int index) =>
        index > first && text.Tokens[index - 1].Length > 1 && NameSeparators.IsParticle(text.Tokens[index - 1].Folded);

    /// <summary>Whether a word in capitals goes on a name in capitals behind its particle: VAN DER MEER.</summary>
    private static bool IsBehindCapitals(TokenizedText text, int first, int index) =>
        (IsBehindParticle(text, first, index) || (index > first && text.Between(index - 1) == "-")) && text.Tokens[index].Length > 2
        && char.IsUpper(text.Text[text.Tokens[index].Start + 1]) && char.IsUpper(text.Text[text.Tokens[index - 1].End - 1]);
}

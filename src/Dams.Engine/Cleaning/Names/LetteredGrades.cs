using System;
using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>Letters that grade what stands before them and end its sentence: type B. Gynaecomastia; BCLC B. Sorafenib.</summary>
internal static class LetteredGrades
{
    private const int ShortestAbbreviation = 3;

    private static readonly HashSet<string> Graded = new(
        [
            "TYPE", "GRADE", "STAGE", "CLASS", "CATEGORY", "GROUP", "HEPATITIS", "VITAMIN", "ZONE", "LEVEL", "SCORE", "PHASE", "FACTOR", "PART", "PLAN", "OPTION",
            "TYP", "GRAD", "STADIUM", "KLASSE", "KATEGORIE", "GRUPPE", "BLUTGRUPPE", "STUFE", "FAKTOR", "TEIL", "LINIE",
            "STADE", "GROUPE", "CLASSE", "HEPATITE", "VITAMINE", "NIVEAU", "CATEGORIE", "FACTEUR",
            "TIPO", "GRADO", "ESTADIO", "GRUPO", "CLASE", "VITAMINA", "NIVEL", "CATEGORIA",
            "STADIO", "GRUPPO", "EPATITE", "ZONA", "LIVELLO", "FASE", "FATTORE",
        ],
        StringComparer.Ordinal);

    /// <summary>
    /// Whether an initial and a surname that is another word, too, are somebody: a part of the text ends behind them, and the letter is
    /// no grade, no side and of no anatomy.
    /// </summary>
    public static bool IsName(TokenizedText text, int start, int end) => "AVNMRL".IndexOf(text.Text[start]) < 0
        && (end == text.Text.Length || text.Text[end] is ':' or ',' or '/' or ')' or ';' or '\n' or '\r' || (text.Text[end] == '.' && (end + 1 == text.Text.Length || text.Text[end + 1] is '\n' or '\r')))
        && !IsAt(text, start) && !IsOfAbbreviation(text, start);

    /// <summary>Whether a letter at a place in the text grades the word right before it.</summary>
    public static bool IsAt(TokenizedText text, int start)
    {
        var before = text.IndexOfToken(start) - 1;
        return before >= 0 && text.Between(before) == " " && (Graded.Contains(text.Tokens[before].Folded) || Vocabulary.IsEponym(text.Tokens[before].Folded));
    }

    /// <summary>Whether the word before is an abbreviation in capitals, which has grades, or a letter with a dot, whose abbreviation goes on: BCLC B., z. B.</summary>
    public static bool IsOfAbbreviation(TokenizedText text, int start)
    {
        var before = text.IndexOfToken(start) - 1;
        if (before < 0)
            return false;
        var token = text.Tokens[before];
        return text.Between(before) is " " && token.Length >= ShortestAbbreviation && !token.IsNumber && char.IsUpper(text.Text[token.Start]) && char.IsUpper(text.Text[token.End - 1])
            || (text.Between(before) is ". " && token.Length == 1);
    }
}

using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Names;

/// <summary>Finds names by the initials before them: J. Stubbe, F.H. Rodenburgh.</summary>
internal sealed class LeadingInitialsDetector : IDetector
{
    private static readonly Lazy<PatternSet> Pattern = new(() => new PatternSet(
        RegexOptions.None,
        [@"(?<![\p{L}\p{N}.])(?<initials>\p{Lu}\.(?:[ -]?\p{Lu}\.){0,2}) ?(?<name>(?:(?:van|von|de|den|der|di|da|du|del|la|le|ter|ten|zu|zur|vom|am) ){0,3}(?:[OD]['’])?(?:Ma?c)?\p{Lu}[\p{Ll}'’]{2,}(?: (?:zu|von) \p{Lu}\p{Ll}{2,})?(?:-\p{Lu}\p{Ll}+){0,2})(?!\p{L})"]));

    // Anatomy writes artery, vein, nerve and muscle so.
    private const string Anatomical = "AVNMRLSZ";

    // Written so in reports: status post, suspected, differential diagnosis.
    private static readonly HashSet<string> Abbreviations =
        new(["Z.N.", "V.A.", "D.D.", "O.B.", "U.A.", "Z.B.", "D.H.", "I.V.", "I.M.", "S.C.", "P.O.", "A.P.", "P.A.", "C.T.", "M.R.", "U.S.", "X.R.", "E.V."], StringComparer.Ordinal);

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var match in Pattern.Value.Find(text.Text).Of(0))
        {
            var (initials, name) = (match.Groups["initials"].Value, Folding.Fold(match.Groups["name"].Value));
            // M. Crohn is a disease (morbus); of a French monsieur the title tells.
            // Behind a particle or an apostrophe stands a name, whatever else the word is.
            var isOfParts = name.IndexOfAny([' ', '\'', '’']) > 0;
            if (!isOfParts && initials.Length == 2 && Vocabulary.IsSurnameToo(name) && LetteredGrades.IsName(text, match.Index, match.Index + match.Length))
                yield return new Finding(match.Index, match.Length, FindingKind.Name);
            if (!isOfParts && ((initials == "M." && Vocabulary.IsEponym(name) && !Vocabulary.IsMostlyPerson(name)) || Vocabulary.IsCommonWord(name) || Vocabulary.IsCommonWord(name.Split('-')[0])))
                continue;
            // "L not R. Doe told": the sentence ends with the side.
            if (initials is "R." or "L." && IsSide(text, match.Index))
                continue;
            var isSeveral = initials.Length > 2 && !Abbreviations.Contains(initials.Replace(" ", ""));
            if (isSeveral || Vocabulary.IsSurname(name) || IsAnnounced(text, match.Index) || (initials.Length == 2 && (IsUnknown(text, match, name) || IsSignature(text.Text, match)))
                || (initials.Length == 2 && (isOfParts || Anatomical.IndexOf(initials[0]) < 0) && StartsClause(text.Text, match.Index)))
            {
                yield return new Finding(match.Index, match.Length, FindingKind.Name);
            }
        }
    }

    /// <summary>Whether an initial that is no grade and of no anatomy stands before a word that no list has: "wet read J. Stubbe: no PE".</summary>
    private static bool IsUnknown(TokenizedText text, Match match, string name) =>
        Anatomical.IndexOf(match.Value[0]) < 0 && !Vocabulary.IsEponym(name) && !MedicalEndings.Has(name)
        && !(text.Language is "de" or "" && Compounds.IsOne(name)) && !LetteredGrades.IsAt(text, match.Index) && !LetteredGrades.IsOfAbbreviation(text, match.Index);

    /// <summary>Whether nothing but a name stands behind the last sentence of a line, as who writes a note signs it.</summary>
    private static bool IsSignature(string text, Match match)
    {
        var (before, end) = (match.Index - 1, match.Index + match.Length);
        while (before >= 0 && text[before] == ' ')
            before--;
        if (end < text.Length && text[end] == '.')
            end++;
        return before >= 0 && text[before] is '.' or '!' or '?' && (end == text.Length || text[end] is '\n' or '\r');
    }

    private static bool IsSide(TokenizedText text, int start) => text.IndexOfToken(start) is > 0 and var index && text.Between(index - 1) == " "
        && text.Tokens[index - 1].Folded is "NOT" or "IS" or "ON" or "THE" or "OR" or "AND" or "VS" or "TO" or "WAS";

    /// <summary>Whether a word says who did something: by S. Kirchhoff.</summary>
    private static bool IsAnnounced(TokenizedText text, int start) => text.IndexOfToken(start) is > 0 and var index
        && text.Tokens[index - 1].Folded is "BY" or "DURCH" && text.Between(index - 1) == " ";

    /// <summary>A letter after a word may end its sentence: hepatitis B.</summary>
    private static bool StartsClause(string text, int index)
    {
        var before = index - 1;
        while (before >= 0 && text[before] == ' ')
            before--;
        return before < 0 || text[before] is ':' or ',' or ';' or '(' or '/' or '\n' or '|';
    }
}

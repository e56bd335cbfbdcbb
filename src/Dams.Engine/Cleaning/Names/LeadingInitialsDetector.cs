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
        [@"(?<![\p{L}\p{N}.])(?<initials>\p{Lu}\.(?:[ -]?\p{Lu}\.){0,2}) ?(?<name>\p{Lu}[\p{Ll}'’]{2,}(?:-\p{Lu}\p{Ll}+)?)(?!\p{L})"]));

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
            if ((initials == "M." && Vocabulary.IsEponym(name) && !Vocabulary.IsMostlyPerson(name)) || Vocabulary.IsCommonWord(name) || Vocabulary.IsCommonWord(name.Split('-')[0]))
                continue;
            var isSeveral = initials.Length > 2 && !Abbreviations.Contains(initials.Replace(" ", ""));
            if (isSeveral || Vocabulary.IsSurname(name)
                || (initials.Length == 2 && Anatomical.IndexOf(initials[0]) < 0 && StartsClause(text.Text, match.Index)))
            {
                yield return new Finding(match.Index, match.Length, FindingKind.Name);
            }
        }
    }

    /// <summary>A letter after a word may end its sentence: hepatitis B.</summary>
    private static bool StartsClause(string text, int index)
    {
        var before = index - 1;
        while (before >= 0 && text[before] == ' ')
            before--;
        return before < 0 || text[before] is ',' or ';' or '(' or '/';
    }
}

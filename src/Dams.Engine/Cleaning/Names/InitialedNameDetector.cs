using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names by the initials before them where nouns have small letters, with the particles and second surnames of those
/// languages: O. Etcheverry, A. Dall'Acqua, S. Iglesias Vidal, Ph. de Boissieu.
/// </summary>
internal sealed class InitialedNameDetector : IDetector
{
    private const int ShortestSecond = 3;

    private static readonly Lazy<PatternSet> Pattern = new(() => new PatternSet(
        RegexOptions.None,
        [@"(?<![\p{L}\p{N}.])(?<initials>(?:\p{Lu}|Ph|Ch|Th|Fr|Cl|Gu|Mª|M\.ª|Fco|Ant|Giov|Fil)\.(?:[ -]?\p{Lu}\.){0,2}) ?(?:(?:(?:de|del|della|dei|degli|di|da|dal|du|des|van|von|le|la|les|las|los|lo|el|al|ben|san|Di|De|Del|Della|Dei|Degli|Da|Dal|Du|Van|Von|Le|La|Lo|El|Al|Ben|San) ){0,3}|[dDlLoO]['’]|[Dd]e l['’])(?:[DdLlO]['’]|Dall['’]|Dell['’]|Sant['’]|Nell['’])?(?<name>\p{Lu}[\p{Ll}\p{Lu}]{2,}(?:['’]\p{Ll}+)?(?:-\p{Lu}[\p{Ll}\p{Lu}]+)*)(?!\p{L})"]));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (!text.IsRomance)
            yield break;
        foreach (var match in Pattern.Value.Find(text.Text).Of(0))
        {
            var name = match.Groups["name"];
            var folded = Folding.Fold(name.Value);
            if (Vocabulary.IsSurnameToo(folded) && LetteredGrades.IsName(text, match.Index, match.Index + match.Length))
                yield return new Finding(match.Index, match.Length, FindingKind.Name);
            if (Vocabulary.IsCommonWord(folded) || (Vocabulary.IsEponym(folded) && (!Vocabulary.IsSurname(folded) || match.Value[0] == 'M')) || LetteredGrades.IsAt(text, match.Index) || (folded.IndexOf('-') > 0 && Vocabulary.IsCommonWord(folded.Split('-')[0])))
                continue;
            yield return new Finding(match.Index, EndOfName(text, match.Index + match.Length) - match.Index, FindingKind.Name);
        }
    }

    /// <summary>Where the name ends with its second surname: Ibáñez Roldán, Peñalver y Soto.</summary>
    private static int EndOfName(TokenizedText text, int end)
    {
        var next = text.IndexOfToken(end);
        if (next >= text.Tokens.Count || text.Text.Substring(end, text.Tokens[next].Start - end) != " ")
            return end;
        if (text.Tokens[next].Folded is "Y" or "I" && text.Language == "es" && next + 1 < text.Tokens.Count && text.Between(next) == " ")
            next++;
        var token = text.Tokens[next];
        return !token.IsNumber && token.Length >= ShortestSecond && char.IsUpper(text.Text[token.Start]) && char.IsLower(text.Text[token.Start + 1])
            && !Vocabulary.IsCommonWord(token.Folded) ? text.Tokens[NameSeparators.EndWithHyphens(text, next)].End : end;
    }
}

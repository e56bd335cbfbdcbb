using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Dams.Cleaning.Places;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds unknown names by the words beside them: titles, labels, roles, degrees. A word that is clinical or
/// everyday ends a name.
/// </summary>
internal sealed class LabelledNameDetector : IDetector
{
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
            if (kind == NameLabelKind.Label && text.IsRomance && NameWords.IsBeforeFullName(text, i + length))
                kind = NameLabelKind.Agent;
            if (kind == NameLabelKind.None || (_kind != TextKind.Prose && !AnnouncesSomebody(text, i, kind, length))
                || (kind == NameLabelKind.Agent && !(text.IsRomance && NameWords.IsBeforeFullName(text, i + length))))
            {
                continue;
            }
            var (first, last) = kind == NameLabelKind.Degree ? AnnouncedName.Before(text, i) : AnnouncedName.After(text, i + length, kind);
            foreach (var name in first <= last ? NameList.Parts(text, first, last) : [])
                yield return name;
            foreach (var other in first <= last && _kind == TextKind.Prose && kind != NameLabelKind.Degree ? NameList.Following(text, last) : [])
            {
                last = other.Last;
                yield return new Finding(text.Tokens[other.First].Start, text.Tokens[last].End - text.Tokens[other.First].Start, FindingKind.Name);
            }
            if (first <= last && _kind == TextKind.Prose && TownBehind(text, last) is { } town)
                yield return town;
            i += length - 1;
        }
    }

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
            if (!Vocabulary.IsCommonWord(text.Tokens[i].Folded) && !NameWords.IsClinical(text, i))
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
        return Vocabulary.IsGivenName(folded) || Vocabulary.IsSurname(folded) || (_kind is TextKind.Technical or TextKind.DeviceLabel && NameWords.IsTitleCase(text, label + 1));
    }
}

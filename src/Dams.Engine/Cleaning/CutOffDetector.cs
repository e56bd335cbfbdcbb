using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Names;

namespace Dams.Cleaning;

/// <summary>Finds the start of a known name or number at the end of a text that has as many characters as its value representation allows.</summary>
internal sealed class CutOffDetector : IDetector
{
    private const int Shortest = 4;

    private readonly HashSet<string> _words;
    private readonly HashSet<string> _joined;

    public CutOffDetector(KnownValues known)
    {
        _words = new HashSet<string>(
            known.Names.Concat(known.Identifiers).Concat(known.Institutions).SelectMany(value => new TokenizedText(value).Tokens)
                .Where(token => token.Length > Shortest).Select(token => token.Folded),
            StringComparer.Ordinal);
        _joined = new HashSet<string>(
            known.Names.SelectMany(name => name.Split('=')).Select(NameParts.Parse).OfType<NameParts>().SelectMany(name => name.JoinedForms()), StringComparer.Ordinal);
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        // PS3.5 table 6.2-1: SH, CS and AE; LO; ST; LT.
        if (text.Text.Length is not (16 or 64 or 1024 or 10240) || text.Tokens.Count == 0)
            yield break;
        var last = text.Tokens[text.Tokens.Count - 1];
        if (last.End == text.Text.Length && last.Length >= Shortest && !Vocabulary.IsCommonWord(last.Folded)
            && (_words.Any(word => word.StartsWith(last.Folded, StringComparison.Ordinal)) || IsStartOfJoined(Folding.SpellingKey(last.Folded))))
        {
            yield return new Finding(last.Start, last.Length, last.IsNumber ? FindingKind.Identifier : FindingKind.Name);
        }
    }

    private bool IsStartOfJoined(string key) => key.Length > Shortest && _joined.Any(word => word.StartsWith(key, StringComparison.Ordinal));
}

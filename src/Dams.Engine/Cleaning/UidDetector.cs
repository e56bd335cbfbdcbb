using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning;

/// <summary>Finds UIDs in texts and gives those of instances the new ones that they have elsewhere.</summary>
internal sealed class UidDetector : IDetector
{
    // Fewer numbers or digits are versions, addresses of machines and paragraphs.
    private const int FewestNumbers = 6;
    private const int ShortestUid = 16;

    // Of what follows 2.25.: a number of 128 bits has at most 39 digits, and hardly ever fewer than ten.
    private const string OfUuid = "2.25.";
    private const int FewestDigits = 10, MostDigits = 39;

    private static readonly Lazy<PatternSet> Pattern = new(() => new PatternSet(RegexOptions.None, [UidForm.Expression]));

    private readonly Func<string, string> _map;

    /// <param name="map">The new UID for an old one; a UID that stays as it is.</param>
    public UidDetector(Func<string, string> map) => _map = map;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var match in Pattern.Value.Find(text.WithAsciiDigits).Of(0))
        {
            var uid = match.Value;
            if (IsUid(uid) && _map(uid) is var mapped && mapped != uid)
                yield return new Finding(match.Index, match.Length, FindingKind.Uid, mapped);
        }
    }

    private static bool IsUid(string uid)
    {
        var numbers = uid.Count(character => character == '.') + 1;
        return uid.StartsWith(OfUuid, StringComparison.Ordinal) && numbers == 3
            ? uid.Length - OfUuid.Length is >= FewestDigits and <= MostDigits
            : numbers >= FewestNumbers && (uid.StartsWith(OfUuid, StringComparison.Ordinal) || uid.Length is >= ShortestUid and <= 64);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Cleaning;

/// <summary>Finds UIDs in texts and gives those of instances the new ones that they have elsewhere.</summary>
internal sealed class UidDetector : IDetector
{
    // Fewer numbers or digits are versions, addresses of machines and paragraphs.
    private const int FewestNumbers = 6;
    private const int ShortestUid = 16;

    private static readonly Regex Form = new(
        @"(?<![\d.])(?:2\.25\.[1-9]\d{9,38}|[0-2](?:\.(?:0|[1-9]\d*)){5,})(?!\d|\.\d)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private readonly Func<string, string> _map;

    /// <param name="map">The new UID for an old one; a UID that stays as it is.</param>
    public UidDetector(Func<string, string> map) => _map = map;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (Match match in Form.Matches(text.WithAsciiDigits))
        {
            var uid = match.Value;
            var isUid = uid.StartsWith("2.25.", StringComparison.Ordinal)
                || (uid.Length >= ShortestUid && uid.Length <= 64 && uid.Count(character => character == '.') + 1 >= FewestNumbers);
            if (isUid && _map(uid) is var mapped && mapped != uid)
                yield return new Finding(match.Index, match.Length, FindingKind.Uid, mapped);
        }
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using Dams.Dicom.Text;

namespace Dams.Cleaning;

/// <summary>Finds what is known in words whose letters are written as escapes: M%C3%BCller in an address, M&amp;uuml;ller, M\u00FCller.</summary>
internal sealed class EscapedTextDetector : IDetector
{
    private const string Escape = @"%[0-9A-Fa-f]{2}|&\#?\w{1,8};|\\u[0-9A-Fa-f]{4}|=[0-9A-F]{2}";

    private static readonly Regex Run = new(
        $@"(?<![\p{{L}}\p{{N}}_.+'-])(?:[\p{{L}}\p{{N}}_.+'-]|{Escape})*(?:{Escape})(?:[\p{{L}}\p{{N}}_.+'-]|{Escape})*", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static readonly Regex Bytes = new(@"(?:[%=][0-9A-Fa-f]{2})+", RegexOptions.CultureInvariant);
    private static readonly Regex CodeUnit = new(@"\\u([0-9A-Fa-f]{4})", RegexOptions.CultureInvariant);

    private readonly IDetector[] _detectors;

    /// <param name="detectors">What is looked for in the words that the escapes mean.</param>
    public EscapedTextDetector(params IDetector[] detectors) => _detectors = detectors;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (text.Text.IndexOfAny(['%', '&', '\\', '=']) < 0)
            yield break;
        foreach (Match match in Run.Matches(text.Text))
        {
            var decoded = new TokenizedText(Decode(match.Value));
            if (_detectors.SelectMany(detector => detector.Find(decoded)).Select(finding => (FindingKind?)finding.Kind).FirstOrDefault() is { } kind)
                yield return new Finding(match.Index, match.Length, kind);
        }
    }

    private static string Decode(string text) => WebUtility.HtmlDecode(CodeUnit.Replace(
        Bytes.Replace(text, match => DecodeBytes(match.Value)),
        match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString()));

    private static string DecodeBytes(string escapes)
    {
        var bytes = new byte[escapes.Length / 3];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = byte.Parse(escapes.Substring(3 * i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return EncodingGuesses.DecodeUtf8(bytes) ?? Encodings.Latin1.GetString(bytes);
    }
}

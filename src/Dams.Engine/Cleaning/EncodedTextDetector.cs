using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Dicom.Text;

namespace Dams.Cleaning;

/// <summary>Finds what is known in words that programs wrote as base64 or as the hexadecimal digits of their bytes.</summary>
internal sealed class EncodedTextDetector : IDetector
{
    // Of five letters base64 has seven characters and two that fill it up.
    private static readonly Regex Run = new(
        @"(?<![A-Za-z0-9+/_=-])(?<code>[A-Za-z0-9+/_-]{7,})={0,2}(?![A-Za-z0-9+/_=-])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private readonly IDetector[] _detectors;

    /// <param name="detectors">What is looked for in the words that were encoded.</param>
    public EncodedTextDetector(params IDetector[] detectors) => _detectors = detectors;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (Match match in Run.Matches(text.Text))
        {
            var kind = Decode(match.Groups["code"].Value).Select(FirstIn).FirstOrDefault(found => found is not null);
            if (kind is not null)
                yield return new Finding(match.Index, match.Length, kind.Value);
        }
    }

    private FindingKind? FirstIn(string decoded)
    {
        var text = new TokenizedText(decoded);
        return _detectors.SelectMany(detector => detector.Find(text)).Select(finding => (FindingKind?)finding.Kind).FirstOrDefault();
    }

    /// <summary>The texts that a run may stand for.</summary>
    private static IEnumerable<string> Decode(string code)
    {
        if (code.Length % 2 == 0 && code.All(Uri.IsHexDigit) && TextOf(FromHex(code)) is { } fromHex)
            yield return fromHex;
        // A word of one case is none in base64, and a last character alone has too few bits.
        if (code.Any(char.IsUpper) && code.Any(char.IsLower) && code.Length % 4 != 1
            && TextOf(Convert.FromBase64String(code.Replace('-', '+').Replace('_', '/').PadRight((code.Length + 3) / 4 * 4, '='))) is { } fromBase64)
        {
            yield return fromBase64;
        }
    }

    private static byte[] FromHex(string digits)
    {
        var bytes = new byte[digits.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = byte.Parse(digits.Substring(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return bytes;
    }

    /// <summary>Null where the bytes are no text.</summary>
    private static string? TextOf(byte[] bytes)
    {
        var text = bytes.All(value => value < 0x80) ? Encodings.Ascii.GetString(bytes) : EncodingGuesses.DecodeUtf8(bytes);
        return text is not null && !text.Any(char.IsControl) ? text : null;
    }
}

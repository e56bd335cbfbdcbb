using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Identifiers;

/// <summary>
/// Finds identifiers that are known, whatever separators stand in them, with or without leading zeros. Short ones are
/// found only after a label: "12" stands in many texts and means no patient.
/// </summary>
internal sealed class IdentifierDetector : IDetector
{
    /// <summary>The most characters of an identifier that is not found without a label.</summary>
    public const int LongestIndistinct = 4;

    private const int ShortestNumber = LongestIndistinct + 1;
    private const int ShortestMixed = 4;
    private const int ShortestWithoutLetters = 6;

    // Word processors and input methods write dashes of their own.
    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D";

    // Spaces that do not break lines and apostrophes group digits too.
    private const string Separators = " _./'\u2019\u00A0\u2009\u202F\\\uFF0F\uFF0E\uFF3F" + Dashes;

    // More of them stand between the numbers of a list.
    private const int MostBackslashes = 1;

    private static readonly char[] Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray();

    private readonly List<string> _identifiers = [];
    private readonly FindingKind _kind;

    /// <param name="identifiers">As they are written.</param>
    public IdentifierDetector(IEnumerable<string> identifiers, FindingKind kind)
    {
        _kind = kind;
        foreach (var identifier in identifiers)
        {
            var compact = Compact(identifier, out _);
            var trimmed = compact.TrimStart('0');
            if (IsDistinct(compact))
                _identifiers.Add(compact);
            // People leave out the letters that a system puts before or after a number.
            if (compact.Trim(Letters) is { Length: >= ShortestWithoutLetters } number && number != compact && IsDistinct(number) && number.All(char.IsDigit))
                _identifiers.Add(number);
            if (trimmed != compact && IsDistinct(trimmed))
                _identifiers.Add(trimmed);
        }
    }

    /// <summary>Whether a number is one of the identifiers as a whole, with or without leading zeros, however it is written: 4711, +4711, 4711.0, 4.711E3.</summary>
    public bool IsKnownNumber(string number)
    {
        if (_identifiers.Count == 0 || number.Length == 0)
            return false;
        return Is(number) || (decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == decimal.Truncate(value)
            && Is(decimal.Truncate(value).ToString(CultureInfo.InvariantCulture)));

        bool Is(string digits) => _identifiers.Contains(digits.TrimStart('0')) || _identifiers.Contains(digits);
    }

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        if (_identifiers.Count == 0)
            yield break;
        var compact = Compact(text.WithAsciiDigits, out var places);
        foreach (var identifier in _identifiers)
        {
            for (var i = compact.IndexOf(identifier, StringComparison.Ordinal); i >= 0; i = compact.IndexOf(identifier, i + 1, StringComparison.Ordinal))
            {
                var (start, end) = (places[i], places[i + identifier.Length - 1] + 1);
                if (IsWhole(text.Text, start, end) && HasOnlySeparators(text.Text, start, end))
                    yield return new Finding(LeadingZeros(text.Text, start), end - LeadingZeros(text.Text, start), _kind);
            }
        }
    }

    private static bool IsDistinct(string compact)
    {
        if (compact.Length == 0 || compact.All(character => character == compact[0]))
            return false;
        var digits = compact.Count(character => character is >= '0' and <= '9');
        return digits == compact.Length ? digits >= ShortestNumber
            : digits > 0 ? compact.Length >= ShortestMixed
            : compact.Length >= ShortestMixed && !Vocabulary.IsCommonWord(compact);
    }

    private static string Compact(string text, out List<int> places)
    {
        var compact = new StringBuilder(text.Length);
        places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            compact.Append(char.ToUpperInvariant(Folding.Narrow(text[i])));
            places.Add(i);
        }
        return compact.ToString();
    }

    /// <summary>Whether the identifier is not a piece of a longer number or word.</summary>
    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !Continues(text[start - 1], text[start]) || text[start - 1] == '0')
        && (end == text.Length || !Continues(text[end - 1], text[end]));

    private static bool Continues(char left, char right) =>
        (char.IsDigit(left) && char.IsDigit(right))
        || (char.IsLetter(left) && char.IsLetter(right) && !Scripts.IsWithoutSpaces(left) && !Scripts.IsWithoutSpaces(right));

    private static bool HasOnlySeparators(string text, int start, int end)
    {
        var backslashes = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\\' && ++backslashes > MostBackslashes)
                return false;
            if (!char.IsLetterOrDigit(text[i]) && Separators.IndexOf(text[i]) < 0 && !TokenizedText.IsInvisible(text[i]))
                return false;
            // Two words that happen to join to an identifier have more than a separator between them, unless it is a dash: MRN - 4711.
            if (i > start && !char.IsLetterOrDigit(text[i]) && !char.IsLetterOrDigit(text[i - 1]) && Dashes.IndexOf(text[i]) < 0 && Dashes.IndexOf(text[i - 1]) < 0)
                return false;
        }
        return true;
    }

    private static int LeadingZeros(string text, int start)
    {
        while (start > 0 && text[start - 1] == '0')
            start--;
        return start;
    }
}

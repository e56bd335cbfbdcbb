using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dams.Cleaning.Names;

namespace Dams.Cleaning.Identifiers;

/// <summary>
/// Finds identifiers that are known, whatever separators stand in them, with or without leading zeros, before the number or
/// before a part of it: MRN-4711 is MRN-04711. Short ones are found only after a label: "12" stands in many texts and means no patient.
/// </summary>
internal sealed class IdentifierDetector : IDetector
{
    /// <summary>The most characters of an identifier that is not found without a label.</summary>
    public const int LongestIndistinct = 4;

    private const int ShortestNumber = LongestIndistinct + 1;
    private const int ShortestMixed = 4;
    private const int ShortestWithoutLetters = 6;

    // Digits, not counting zeros in front of a part: with fewer a code of letters and a number is a word beside one.
    private const int FewestWithoutZeros = 4;

    // Word processors and input methods write dashes of their own.
    private const string Dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D";

    // Spaces that do not break lines and apostrophes group digits too.
    private const string Separators = " _./'\u2019\u00A0\u2009\u202F\\\uFF0F\uFF0E\uFF3F" + Dashes;

    // More of them stand between the numbers of a list.
    private const int MostBackslashes = 1;

    private static readonly char[] Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray();

    private readonly List<string> _identifiers = [];
    private readonly List<string> _withoutZeros = [];
    private readonly bool _haveZeros;
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
            if (compact.Trim(Letters) is { Length: >= ShortestWithoutLetters } number && number != compact && number.All(char.IsDigit))
                _identifiers.AddRange(new[] { number, number.TrimStart('0') }.Distinct().Where(digits => digits.Length >= ShortestWithoutLetters && IsDistinct(digits)));
            if (trimmed != compact && IsDistinct(trimmed))
                _identifiers.Add(trimmed);
            var hasLetters = compact.Any(character => character is >= 'A' and <= 'Z');
            if (WithoutZeros(identifier) is var bare && bare.Count(char.IsDigit) >= (hasLetters ? FewestWithoutZeros : ShortestWithoutLetters) && (hasLetters || bare != trimmed))
            {
                _withoutZeros.Add(bare);
                _haveZeros |= bare != compact;
            }
        }
    }

    /// <summary>The letters and digits of an identifier, in capitals, without the zeros in front of its parts.</summary>
    public static string WithoutZeros(string identifier) => Compact(DecimalDigits.ToAscii(identifier), out _, dropsZeros: true);

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
        foreach (var finding in Find(text.Text, compact, places, _identifiers))
            yield return finding;
        if (_withoutZeros.Count == 0 || !(_haveZeros || ZeroLeadsPart(text.WithAsciiDigits)))
            yield break;
        foreach (var finding in Find(text.Text, Compact(text.WithAsciiDigits, out places, dropsZeros: true), places, _withoutZeros))
            yield return finding;
    }

    private IEnumerable<Finding> Find(string text, string compact, List<int> places, List<string> identifiers)
    {
        foreach (var identifier in identifiers)
        {
            for (var i = compact.IndexOf(identifier, StringComparison.Ordinal); i >= 0; i = compact.IndexOf(identifier, i + 1, StringComparison.Ordinal))
            {
                var (start, end) = (places[i], places[i + identifier.Length - 1] + 1);
                if (IsWhole(text, start, end) && HasOnlySeparators(text, start, end))
                    yield return new Finding(LeadingZeros(text, start), end - LeadingZeros(text, start), _kind);
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

    /// <summary>Whether anywhere a zero stands before another digit and behind none.</summary>
    private static bool ZeroLeadsPart(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (LeadsPart(text, i))
                return true;
        }
        return false;
    }

    private static bool LeadsPart(string text, int index) => text[index] == '0' && index + 1 < text.Length && text[index + 1] is >= '0' and <= '9'
        && (index == 0 || text[index - 1] is not (>= '0' and <= '9'));

    /// <summary>The letters and digits of a text, in capitals.</summary>
    /// <param name="places">Where each stands.</param>
    /// <param name="dropsZeros">Whether zeros are left out that stand in front of the digits of a part.</param>
    private static string Compact(string text, out List<int> places, bool dropsZeros = false)
    {
        var compact = new StringBuilder(text.Length);
        places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            var leadsPart = dropsZeros && LeadsPart(text, i);
            while (leadsPart && text[i] == '0' && i + 1 < text.Length && text[i + 1] is >= '0' and <= '9')
                i++;
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

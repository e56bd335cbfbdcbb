using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Cleaning;
using Dams.Cleaning.Names;
using Dams.Dicom.Text;

namespace Dams.Deidentification;

/// <summary>The bytes by which a patient's names, numbers, birth date and places can stand in a value that is no text.</summary>
internal static class KnownBytePatterns
{
    // What is shorter stands in numbers and tables by chance.
    private const int Shortest = 5;
    private const int ShortestInBytes = 6;
    private const int FewestDigits = 7;

    private static readonly string[] DateFormats =
        ["yyyyMMdd", "yyyy-MM-dd", "yyyy.MM.dd", "yyyy/MM/dd", "ddMMyyyy", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "dd-MM-yyyy"];

    /// <summary>The patterns; letters of ASCII may be in either case.</summary>
    public static IEnumerable<byte[]> Of(KnownValues known)
    {
        var words = known.Names.Concat(known.Institutions).SelectMany(WordsOf)
            .Concat(known.Names.SelectMany(name => name.Split('=')).Where(group => group.Any(Scripts.IsWithoutSpaces)).Select(WithoutSeparators)
                // 이상 is a name, and the word for a finding.
                .Where(name => !Vocabulary.IsCommonWord(Folding.Fold(name))))
            .Concat(known.Identifiers.Select(identifier => identifier.Trim()).Where(identifier => identifier.Any(char.IsDigit)))
            .Concat(known.Addresses.Concat(known.Of(KnownValueKind.InstitutionAddress)).Concat(known.Of(KnownValueKind.Phrase)).Where(IsUnknown))
            .Concat(known.Telephones.SelectMany(number => new[] { number.Trim(), string.Concat(number.Where(char.IsDigit)) }).Where(number => number.Length >= FewestDigits))
            .Concat(known.BirthDates.SelectMany(DatesOf));
        foreach (var word in words.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            foreach (var pattern in EncodingsOf(word))
                yield return pattern;
        }
    }

    private static IEnumerable<string> WordsOf(string value) => new TokenizedText(value).Tokens
        .Where(token => !Vocabulary.IsCommonWord(token.Folded)).Select(token => value.Substring(token.Start, token.Length));

    private static string WithoutSeparators(string group) => string.Concat(group.Where(char.IsLetter));

    private static bool IsUnknown(string phrase) => new TokenizedText(phrase).Tokens.Any(token => !token.IsNumber && token.Length > 1 && !Vocabulary.IsCommonWord(token.Folded));

    private static IEnumerable<string> DatesOf(string birthDate) => DicomDate.TryParse(birthDate, out var date)
        ? DateFormats.Select(format => date.ToString(format, System.Globalization.CultureInfo.InvariantCulture)) : [];

    private static IEnumerable<byte[]> EncodingsOf(string word)
    {
        if (word.All(character => character < 0x80))
        {
            if (word.Length < Shortest)
                return [];
            var bytes = Encodings.Ascii.GetBytes(word);
            return [bytes, .. InWords(bytes), .. InTwoBytes(word)];
        }
        return new[] { word, word.ToUpperInvariant() }.Distinct()
            .SelectMany(written => EncodingGuesses.Encode(written).Where(bytes => word.Length >= Shortest || bytes.Length >= ShortestInBytes)
                .Concat(word.Length >= Shortest ? InTwoBytes(written) : []));
    }

    /// <summary>In two bytes for a character, in either order; a zero at an end may be padding or another character's.</summary>
    private static IEnumerable<byte[]> InTwoBytes(string word)
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var bytes = encoding.GetBytes(word);
            var (start, end) = (bytes[0] == 0 ? 1 : 0, bytes[bytes.Length - 1] == 0 ? bytes.Length - 1 : bytes.Length);
            yield return bytes.AsSpan(start, end - start).ToArray();
        }
    }

    /// <summary>In words of the other byte order, which start before or at the first letter: "oWplreitknle". The letter whose partner is another's is left out.</summary>
    private static IEnumerable<byte[]> InWords(byte[] bytes)
    {
        for (var first = 0; first < 2; first++)
        {
            var swapped = new byte[(bytes.Length - first) / 2 * 2];
            for (var i = 0; i < swapped.Length; i++)
                swapped[i] = bytes[first + (i ^ 1)];
            if (swapped.Length >= ShortestInBytes)
                yield return swapped;
        }
    }
}

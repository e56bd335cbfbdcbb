using System;
using System.Linq;
using Dams.Benchmarks.Accuracy.People;

namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>Values of the header that a search for their very characters does not find.</summary>
internal sealed class DisguisedForms(Random random, ClinicalWords clinical)
{
    public Draft? Make(Person person, int room, bool isAscii)
    {
        var given = person.Given;
        var digits = new string([.. person.Id.Where(char.IsAsciiDigit)]);
        var middle = given.Length / 2;
        var isNumeric = digits.Length == person.Id.Length;
        var canWiden = !isAscii && person.Characters.Script is Script.Kanji or Script.Hangul or Script.Han || (!isAscii && person.Characters.Name == "ISO_IR 192");
        var canHyphenate = !isAscii && person.Characters.Name is "ISO_IR 100" or "ISO_IR 144" or "ISO_IR 192";
        var (what, text, token) = random.Next(8) switch
        {
            0 => ("a NUL before", "\0" + given, given),
            1 => ("blanks before", "   " + given, given),
            2 when canHyphenate => ("soft hyphen inside", $"{given[..middle]}\u00AD{given[middle..]}", given),
            3 when canWiden => ("full-width digits", string.Concat(person.Id.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + 0xFF10) : c)), person.Id),
            4 when isNumeric => ("apostrophes in the number", $"{digits[..1]}'{digits[1..4]}'{digits[4..]}", digits),
            5 when isNumeric => ("dots in the number", $"{digits[..1]}.{digits[1..4]}.{digits[4..]}", digits),
            6 when isNumeric => ("blanks in the number", $"{digits[..1]} {digits[1..4]} {digits[4..]}", digits),
            7 => ("zeros before the number", "000" + person.Id, person.Id),
            _ => ("NULs after", $"{given}\0\0", given),
        };
        var words = clinical.Text(isShort: true);
        var whole = random.Next(2) == 0 || text[0] is '\0' or ' ' ? text : $"{words} {text}";
        if (whole.Length > room)
            whole = text;
        return whole.Length > room
            ? null
            : new(Kind.Disguised, what, whole, [token], whole.StartsWith(words, StringComparison.Ordinal) ? ClinicalWords.WordsOf(words) : []) { IsUnique = false };
    }
}

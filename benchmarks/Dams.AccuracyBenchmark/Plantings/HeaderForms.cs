using System;
using System.Globalization;
using System.Linq;
using Dams.Benchmarks.Accuracy.People;

namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>Values of the header as they turn up inside other texts.</summary>
internal sealed class HeaderForms(Random random, ClinicalWords clinical)
{
    private static readonly string[] NotInText = ["religion", "ethnic group", "occupation"];

    public Draft? Make(Person person, int room, bool isAscii)
    {
        var values = person.Header.Select(entry => entry.Value).Where(value => !NotInText.Contains(value.What)).ToArray();
        var value = values[random.Next(values.Length)];
        // Names and numbers are what turns up most.
        if (random.Next(3) > 0)
            value = values.Where(other => other.What is "patient's number" or "given name" or "family name" or "birth date" or "name in its own script")
                .OrderBy(_ => random.Next()).First();
        if (isAscii && (value.Text + value.Token).Any(c => c > 127))
            value = person.Header.First(entry => entry.Value.What == "given name").Value;
        return value.IsDate ? OfDate(value, room) : Of(person, value, room);
    }

    private Draft? Of(Person person, HeaderValue value, int room)
    {
        var plain = value.Text.Replace("^", " ", StringComparison.Ordinal);
        var words = clinical.Text(isShort: true);
        var isName = value.What is "family name" or "given name";
        var (form, text, token) = random.Next(isName ? 13 : 7) switch
        {
            0 => ("alone", value.Text, value.Token),
            1 => ("in a sentence", $"{words}, {plain} seen again", value.Token),
            2 => ("after words", $"{words} {value.Token}", value.Token),
            3 => ("with a label", $"Ref: {plain}; {words}", value.Token),
            4 => ("run together by underscores", $"CT_{value.Token}_2", value.Token),
            5 => ("before words", $"{value.Token} {words}", value.Token),
            6 => ("in brackets", $"{words} ({value.Token})", value.Token),
            7 => ("upper case", $"{words} {value.Token.ToUpperInvariant()}", value.Token),
            8 => ("lower case", $"{words} {value.Token.ToLowerInvariant()}", value.Token),
            9 => ("genitive", $"{value.Token}'s {words}", value.Token),
            10 => ("run together", $"CT{value.Token}2", value.Token),
            11 when !person.FamilyIsWord && person.NativeFamily is null => ("initial and family", $"{person.Given[0]}. {person.Family}", person.Family),
            12 when !person.FamilyIsWord && person.NativeFamily is null => ("reversed", $"{person.Given}, {person.Family}", person.Given),
            _ => ("hyphen", $"{value.Token}-{words}", value.Token),
        };
        if (text.Length > room)
            (form, text) = ("alone", value.Token);
        return text.Length > room ? null : new(Kind.HeaderValueInText, $"{value.What}, {form}", text, [token], WordsIn(text, words));
    }

    private Draft? OfDate(HeaderValue value, int room)
    {
        var date = DateTime.ParseExact(value.Text, "yyyyMMdd", CultureInfo.InvariantCulture);
        var form = DateForms.All[random.Next(DateForms.All.Count)];
        var token = DateForms.Write(date, form);
        var words = clinical.Text(isShort: true);
        var text = random.Next(3) switch
        {
            0 => token,
            1 => $"{words} {token}",
            _ => value.What == "birth date" ? $"born {token}, {words}" : $"since {token} {words}",
        };
        if (text.Length > room)
            text = token;
        return text.Length > room ? null : new(Kind.HeaderValueInText, $"{value.What}, {form}", text, [token], WordsIn(text, words)) { IsUnique = false };
    }

    private static string[] WordsIn(string text, string words) => text.Contains(words, StringComparison.Ordinal) ? ClinicalWords.WordsOf(words) : [];
}

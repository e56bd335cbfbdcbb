using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.Tests.Benchmark;

/// <summary>A free text, with what has to leave it, what has to stay, and its dates.</summary>
/// <param name="Dates">The day that a date means, and the ways to write another day like it.</param>
internal sealed record Wording(
    string Text, IReadOnlyList<string> Gone, IReadOnlyList<string> Kept, IReadOnlyList<(DateTime Day, IReadOnlyList<string> Forms)> Dates)
{
    private static readonly string[] Strangers =
        ["Winterbottom", "Okonkwo", "Featherstonehaugh", "Nakamuro", "Lindqvistson", "Bramblethwaite", "Castellanoz", "Vandermeulen"];

    private static readonly string[] DateForms =
        ["yyyy-MM-dd", "yyyyMMdd", "dd.MM.yyyy", "d MMM yyyy", "MMMM d, yyyy", "yyyy/MM/dd", "dd-MMM-yyyy"];

    /// <summary>
    /// Fills a sentence in: <c>[what must stay]</c>, <c>{kind of identifier}</c>; what stands outside both may go or stay.
    /// </summary>
    public static Wording From(string sentence, Person person, Random random)
    {
        var (text, gone, kept, dates) = ("", new List<string>(), new List<string>(), new List<(DateTime, IReadOnlyList<string>)>());
        for (var i = 0; i < sentence.Length; i++)
        {
            var end = sentence[i] switch { '[' => sentence.IndexOf(']', i), '{' => sentence.IndexOf('}', i), _ => -1 };
            if (end < 0)
            {
                text += sentence[i];
                continue;
            }
            var part = sentence[(i + 1)..end];
            if (sentence[i] == '[')
            {
                kept.Add(part);
                text += part;
            }
            else if (part is "date" or "prior")
            {
                var (day, form) = (part == "date" ? person.Study : person.Study.AddDays(-random.Next(20, 900)), Pick(DateForms, random));
                dates.Add((day, Alike(form)));
                text += day.ToString(form, CultureInfo.InvariantCulture);
            }
            else
            {
                var identifier = Identifier(part, person, random);
                gone.AddRange(TokensOf(part, identifier));
                text += identifier;
            }
            i = end;
        }
        return new Wording(text, gone, kept, dates);
    }

    /// <summary>Nobody can tell from "May 19" whether it is an abbreviation, and whether the first would be 1 or 01.</summary>
    private static string[] Alike(string form)
    {
        if (!form.Contains("MMM", StringComparison.Ordinal))
            return [form];
        var bare = form.Replace("MMMM", "MMM").Replace("dd", "d");
        return [bare, bare.Replace("d", "dd"), bare.Replace("MMM", "MMMM"), bare.Replace("d", "dd").Replace("MMM", "MMMM")];
    }

    private static string Identifier(string kind, Person person, Random random) => kind switch
    {
        "name" => Write(person.Name, person.Script, random),
        "script" => person.Script,
        "physician" => Write(person.Physician, "", random),
        "operator" => Write(person.Operator, "", random),
        "id" => random.Next(3) == 0 ? person.PatientID.ToLowerInvariant() : person.PatientID,
        "accession" => person.Accession,
        "phone" => person.Phone,
        "institution" => person.Institution,
        "address" => person.Address,
        "birth" => person.Birth.ToString(Pick(["yyyy-MM-dd", "yyyyMMdd", "dd.MM.yyyy", "d MMM yyyy"], random), CultureInfo.InvariantCulture),
        "stranger" => Pick(Strangers, random),
        "number" => $"{random.Next(1, 9)}{random.Next(100000, 999999)}",
        "mail" => $"{Pick(["ward", "mri.desk", "j.example", "results"], random)}@hospital{random.Next(9)}.example",
        "ssn" => $"{random.Next(100, 600)}-{random.Next(10, 99)}-{random.Next(1000, 9999)}",
        "age" => $"{random.Next(91, 104)}",
        _ => throw new ArgumentException(kind),
    };

    private static string Write(string name, string script, Random random)
    {
        var parts = name.Split('=')[0].Split('^');
        var (family, given) = (parts[0], parts.Length > 1 ? parts[1] : "");
        return random.Next(script.Length > 0 ? 11 : 9) switch
        {
            0 => $"{family}^{given}",
            1 => $"{family}^{given}".ToUpperInvariant(),
            2 => $"{given} {family}",
            3 => $"{family}, {given}",
            4 => $"{family}, {given[0]}.",
            5 => $"{given[0]}. {family}",
            6 => $"{family}_{given}",
            7 => $"{given} {family}".ToUpperInvariant(),
            8 => $"{family} {given}".ToLowerInvariant(),
            _ => script,
        };
    }

    private static IEnumerable<string> TokensOf(string kind, string identifier) =>
        kind is "name" or "physician" or "operator" && identifier.Length > 4
            ? identifier.Split(' ', '^', ',', '.', '_', '\'').Where(word => word.Length > 3)
            : [identifier];

    private static T Pick<T>(IReadOnlyList<T> choices, Random random) => choices[random.Next(choices.Count)];
}

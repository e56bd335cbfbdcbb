using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Benchmarks.Text.People;

namespace Dams.Benchmarks.Text.Texts;

/// <summary>Turns a line into pieces: what stands in braces becomes values of the patient or of others.</summary>
internal sealed class Planter(Language language, Random random, Patient patient)
{
    private readonly PersonMaker _people = new(language, random);
    private readonly Dictionary<string, Person> _others = [];

    public IEnumerable<Piece> PiecesOf(string line)
    {
        for (var i = 0; i < line.Length;)
        {
            var close = line[i] == '{' ? '}' : line[i] == '<' ? '>' : '\0';
            var end = close == '\0' ? line.IndexOfAny(['{', '<'], i) : line.IndexOf(close, i) + 1;
            end = end < 0 ? line.Length : end;
            var text = line[i..end];
            if (close == '}')
            {
                foreach (var piece in Planted(text.Trim('{', '}')))
                    yield return piece;
            }
            else
            {
                yield return new(text.Trim('<', '>'), close == '>' ? PieceKind.Label : PieceKind.Clinical);
            }
            i = end;
        }
    }

    private IEnumerable<Piece> Planted(string kind)
    {
        var person = patient.Person;
        return kind switch
        {
            "name" => [Header(kind, person.Full)],
            "family" => [Header(kind, person.Family)],
            "given" => [Header(kind, person.Given)],
            "fgen" => [Header(kind, Genitive(person.Family))],
            "comma" => [Header(kind, person.Comma)],
            "caps" => [Header(kind, person.Capitals)],
            "nameup" => [Header(kind, person.Full.ToUpperInvariant())],
            "initials" => [Header(kind, person.Initials)],
            "nick" => [Header(kind, person.Nickname.Length > 0 ? person.Nickname : person.Given)],
            "other" => [Header(kind, !patient.HasScript ? person.Full : person.Latin)],
            "id" => [Header(kind, patient.Id)],
            "acc" => [Header(kind, patient.Accession)],
            "birth" => [Header(kind, DateText.Write(language, _people.Pick(language.Of("dates")), patient.Birth))],
            "study" => [Date(kind, patient.Study, "dates") with { IsOfHeader = true }],
            "ref" => [Header(kind, language.IsAsian ? patient.Referrer.Full : patient.Referrer.Family)],
            "hosp" => Marked(kind, patient.Hospital, isOfHeader: true),
            "doc" => [Other(kind, language.IsAsian ? Somebody().Full : Somebody().Family)],
            "docfull" => [Other(kind, Somebody().Full)],
            "docup" => [Other(kind, Somebody().Full.ToUpperInvariant())],
            "docinit" => [Other(kind, Somebody().WithInitial)],
            "rel" => [Other(kind, Somebody().Full)],
            "relg" => [Other(kind, Somebody().Given)],
            "relf" => [Other(kind, Somebody().Family)],
            "town" => [Other(kind, _people.Pick(language.Of("towns")))],
            "street" => Marked(kind, _people.Pick(language.Of("streets")), isOfHeader: false),
            "post" => [Other(kind, _people.Pick(language.Of("postcodes")))],
            "hosp2" => Marked(kind, _people.Pick(language.Of("hospitals")), isOfHeader: false),
            "ward" => [Other(kind, _people.Pick(language.Of("wards")))],
            "nat" => [Other(kind, NationalNumber.Make(language.Name, random))],
            "tel" => [Other(kind, Number(_people.Pick(language.Of("telephones"))))],
            "epi" => [Other(kind, Number(random.Next(2) == 0 ? "#######" : "E-2##-####"))],
            "ins" => [Other(kind, Number(random.Next(2) == 0 ? "A#########" : "##########"))],
            "date" => [Date(kind, patient.Study.AddDays(-random.Next(20, 900)), "dates")],
            "partial" => [Date(kind, Middle(patient.Study.AddDays(-random.Next(60, 1500))), "partial")],
            _ => throw new ArgumentException($"{kind} is nothing to plant."),
        };
    }

    private Person Somebody()
    {
        while (true)
        {
            var other = _people.Make();
            if (_others.TryAdd(other.Full, other) && other.Family != patient.Person.Family)
                return other;
        }
    }

    private static Piece Header(string what, string text) => new(text, PieceKind.Planted) { What = what, IsOfHeader = true };

    private static Piece Other(string what, string text) => new(text, PieceKind.Planted) { What = what };

    private Piece Date(string what, DateTime date, string section)
    {
        var form = _people.Pick(language.Of(section));
        return new(DateText.Write(language, form, date), PieceKind.Planted) { What = what, Moved = days => DateText.Write(language, form, date.AddDays(days)) };
    }

    // A month without its day is meant as a whole.
    private static DateTime Middle(DateTime date) => new(date.Year, date.Month, 15);

    /// <summary>Words with a star before them are those of any such place: they may stay.</summary>
    private static IEnumerable<Piece> Marked(string what, string text, bool isOfHeader)
    {
        var rest = text;
        while (rest.Length > 0)
        {
            var end = rest[0] == '*' ? rest.IndexOfAny([' ', '*'], 1) : rest.IndexOf('*', StringComparison.Ordinal);
            end = end < 0 ? rest.Length : end;
            var part = rest[..end].TrimStart('*');
            yield return new(part, rest[0] == '*' || string.IsNullOrWhiteSpace(part) ? PieceKind.Label : PieceKind.Planted) { What = what, IsOfHeader = isOfHeader };
            rest = rest[end..];
        }
    }

    private string Genitive(string family) => language.Name switch
    {
        "en" => family + "'s",
        "de" => family.EndsWith('s') || family.EndsWith('z') || family.EndsWith('ß') ? family + "'" : family + "s",
        _ => family,
    };

    private string Number(string pattern) => string.Concat(pattern.Select(character =>
        character == '#' ? random.Next(10).ToString(CultureInfo.InvariantCulture) : character.ToString()));
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace Dams.Tests.PatientLists;

/// <summary>
/// Lists made from good ones by what happens to lists: rows shuffled, one column sorted by itself, cells slipped, swapped, lost
/// or overwritten. DAMS_LONG_TESTS makes ten thousand of them; DAMS_LIST_SEED chooses others.
/// </summary>
public sealed class MistakenListTests : IDisposable
{
    private const int Patients = 14, FewLists = 300, ManyLists = 10_000;

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("DAMS_LIST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20240311;

    private static readonly string[] Families =
        ["Aldinger", "Borschke", "Cimarosa", "Dvorschak", "Eberlin", "Fontanesi", "Grabowik", "Hallström", "Ingvarsen", "Jankulic", "Kowatsch", "Lindqvist", "Moravetz", "Nemeskal"];

    private static readonly string[] Given =
        ["Wilma", "Tobiasz", "Renata", "Juhani", "Oda", "Casimir", "Petra", "Ulrik", "Sanne", "Milosz", "Brigida", "Endre", "Livia", "Radu"];

    private static readonly string[] OldPatientTitles = ["Patient_ID", "MRN", "Patient_Name", "Date_of_Birth", "Patient_Dir_Paths"];

    private readonly ListBench _bench = new();
    private readonly ITestOutputHelper _output;
    private readonly Person[] _people;

    public MistakenListTests(ITestOutputHelper output)
    {
        _output = output;
        var random = new Random(Seed);
        _people = [.. Enumerable.Range(0, Patients).Select(i => new Person(
            i,
            (random.Next(3) == 0 ? "H" : "") + random.Next(1000, 999_999).ToString("D7", CultureInfo.InvariantCulture),
            Families[i],
            Given[i],
            new DateTime(1930 + random.Next(70), 1 + random.Next(12), 2 + random.Next(26))))];
        foreach (var person in _people)
        {
            foreach (var folder in person.Folders)
                _bench.Write(folder, person.ID, $"{person.Family}^{person.First}", series: folder[1..].Replace("/", ".", StringComparison.Ordinal), birthDate: Day(person.Birth));
        }
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void No_mistake_in_a_list_gives_a_patient_a_value_of_another_or_his_own_and_good_lists_are_taken()
    {
        var count = Environment.GetEnvironmentVariable("DAMS_LONG_TESTS") is { Length: > 0 } ? ManyLists : FewLists;
        var (good, rows, taken, refused) = (0, 0, 0, 0);
        for (var number = 0; number < count; number++)
        {
            var random = new Random(Seed + number);
            var list = MakeList(random);
            var isDamaged = random.Next(3) > 0;
            for (var times = isDamaged ? 1 + random.Next(2) : 0; times > 0; times--)
                Damage(list, random);
            Shuffle(list, random);

            var plan = _bench.Plan(new PlanOptions(), [.. list.Select(row => row.Cells.Select(cell => (cell.Title, cell.Value)).ToArray())]);

            foreach (var patient in plan.Where(patient => patient.Error is null))
            {
                taken++;
                AssertTellsNobody(patient, PeopleIn(list), number);
            }
            refused += plan.Count(patient => patient.Error is not null);
            if (isDamaged)
                continue;
            good++;
            rows += plan.All(patient => patient.Error is null) && IsRight(plan, list) ? 1 : 0;
        }
        _output.WriteLine($"seed {Seed}: {count} lists, {good} of them good, {rows} of these taken and right; {taken} patients taken, {refused} rows refused.");
        Assert.True(rows >= 0.99 * good, $"seed {Seed}: {good - rows} of {good} good lists were refused or came out wrong.");
        Assert.True(refused > 0 && taken > 0);
    }

    /// <summary>Judges the new values by the people themselves, without the rules of the engine.</summary>
    private static void AssertTellsNobody(PlannedPatient patient, IReadOnlyCollection<Person> people, int number)
    {
        // His own date of birth counts as none.
        Assert.DoesNotContain(people, person => Day(person.Birth) == patient.Given.PatientBirthDate && !IsOf(patient, person));
        foreach (var value in new[] { patient.Given.SubjectID, patient.Given.PatientName }.OfType<string>())
        {
            var letters = new string(value.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();
            foreach (var person in people)
            {
                var told = (letters.Contains(person.Family.ToUpperInvariant(), StringComparison.Ordinal) && letters.Contains(person.First.ToUpperInvariant(), StringComparison.Ordinal))
                    || letters.TrimStart('0') == person.ID.TrimStart('0')
                    || letters.Contains(person.ID, StringComparison.Ordinal);
                told |= IsOf(patient, person) && letters.Contains(Day(person.Birth), StringComparison.Ordinal);
                Assert.False(told, $"seed {Seed}, list {number}: the new value {value} is one of {person}.");
            }
        }
    }

    private static bool IsOf(PlannedPatient patient, Person person) => patient.Folders.Any(folder => folder.Contains($"/{person.Folders[0][..^1]}", StringComparison.Ordinal));

    /// <summary>Those whose images the list names; nobody can know of others.</summary>
    private Person[] PeopleIn(List<Row> list)
    {
        var folders = list.SelectMany(row => row.Cells).Where(cell => Fold(cell.Title) == "PATIENTDIRPATHS").SelectMany(cell => $"{cell.Value}".Split(';')).ToArray();
        return [.. _people.Where(person => person.Folders.Any(folders.Contains))];
    }

    private bool IsRight(IReadOnlyList<PlannedPatient> plan, List<Row> list) => plan.Count == list.Select(row => row.Person).Distinct().Count()
        && plan.All(patient =>
        {
            var person = _people.Single(one => patient.Folders.Any(folder => one.Folders.Any(own => folder == _bench[own])));
            return patient.InstanceCount == person.Folders.Length
                && patient.Given.SubjectID == Pseudonym(list, person, "Patient_ID") && patient.Given.PatientName == Pseudonym(list, person, "Patient_Name");
        });

    private static string? Pseudonym(List<Row> list, Person person, string title) => list.Where(row => row.Person == person)
        .SelectMany(row => row.Cells).Where(cell => Fold(cell.Title) == Fold(title)).Select(cell => (string?)cell.Value).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    private static string Fold(string title) => new string(title.Where(char.IsLetter).ToArray()).ToUpperInvariant();

    private List<Row> MakeList(Random random)
    {
        var people = _people.OrderBy(_ => random.Next()).Take(2 + random.Next(Patients - 2)).OrderBy(person => person.Number).ToArray();
        var has = OldPatientTitles.Select((_, i) => i == 4 || random.Next(4) > 0).ToArray();
        var titles = OldPatientTitles.Select(title => random.Next(3) switch { 0 => title.Replace('_', ' '), 1 => title.ToLowerInvariant(), _ => title }).ToArray();
        var rows = new List<Row>();
        foreach (var person in people)
        {
            var isSplit = random.Next(5) == 0;
            object?[] values =
            [
                $"LIV-{person.Number + 1:D2}", Mrn(person, random), $"LIV^{person.Number + 1:D2}",
                random.Next(2) == 0 ? new DateTime(person.Birth.Year, 1, 1) : $"{person.Birth.Year}-01-01", isSplit ? person.Folders[0] : string.Join(";", person.Folders),
            ];
            rows.Add(MakeRow(person, titles, has, values));
            if (isSplit)
                rows.Add(MakeRow(person, titles, has, random.Next(2) == 0 ? [values[0], values[1], null, null, person.Folders[1]] : [null, values[1], null, null, person.Folders[1]]));
        }
        return rows;
    }

    // A number where a spreadsheet has taken it for one.
    private static object Mrn(Person person, Random random) => person.ID.All(char.IsDigit) && random.Next(2) == 0
        ? double.Parse(person.ID, CultureInfo.InvariantCulture)
        : person.ID;

    private static Row MakeRow(Person person, string[] titles, bool[] has, object?[] values) =>
        new(person, [.. titles.Select((title, i) => new Cell(title, values[i])).Where((_, i) => has[i])]);

    private static void Damage(List<Row> list, Random random)
    {
        var column = random.Next(list[0].Cells.Length);
        var values = list.Select(row => row.Cells[column].Value).ToArray();
        switch (random.Next(7))
        {
            // What somebody fills in by mistake: who the people are.
            case 0:
                Put(list.Select(row => True(row.Person, column, random)).OrderBy(value => value?.ToString(), StringComparer.Ordinal).ToArray());
                break;
            case 1:
                Put(list.Select(row => True(row.Person, column, random)).ToArray());
                break;
            case 2:
                Put(values.OrderBy(value => value?.ToString(), StringComparer.Ordinal).ToArray());
                break;
            case 3:
                Put([null, .. list.Select(row => True(row.Person, column, random)).Take(list.Count - 1)]);
                break;
            case 4:
                list[random.Next(list.Count)].Cells[column].Value = True(list[random.Next(list.Count)].Person, column, random, mayBeDate: false);
                break;
            case 5:
                list[random.Next(list.Count)].Cells[column].Value = new object?[] { "#N/A", double.NaN, null, "?", 17.0, "\u202A" }[random.Next(6)];
                break;
            default:
                Put([.. values.Skip(1), null]);
                break;
        }

        void Put(object?[] changed)
        {
            for (var i = 0; i < list.Count; i++)
                list[i].Cells[column].Value = changed[i];
        }

        object? True(Person person, int place, Random among, bool mayBeDate = true) => Fold(list[0].Cells[place].Title) switch
        {
            "PATIENTID" or "MRN" => Disguise(person.ID, among),
            "PATIENTNAME" => Disguise(among.Next(2) == 0 ? $"{person.First} {person.Family}" : $"{person.Family}^{person.First}", among),
            "DATEOFBIRTH" when mayBeDate => person.Birth,
            "DATEOFBIRTH" => null,
            _ => person.Folders[0],
        };
    }

    private static string Disguise(string value, Random random) => random.Next(4) switch
    {
        0 => value.ToUpperInvariant(),
        1 => value.TrimStart('0'),
        2 => $" {value.ToLowerInvariant()}",
        _ => value,
    };

    private static void Shuffle(List<Row> list, Random random)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    private static string Day(DateTime day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private sealed record Person(int Number, string ID, string Family, string First, DateTime Birth)
    {
        public string[] Folders { get; } = [$"p{Number + 1}/1", $"p{Number + 1}/2"];
    }

    private sealed record Row(Person Person, Cell[] Cells);

    private sealed class Cell(string title, object? value)
    {
        public string Title { get; } = title;

        public object? Value { get; set; } = value;
    }
}

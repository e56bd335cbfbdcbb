using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Benchmark;

/// <summary>A dataset or an item in the making: each element is added together with what has to become of it.</summary>
internal sealed class PlantedItem(Person person, Random random, List<Check> checks, string path = "")
{
    private readonly SortedDictionary<uint, Action<DatasetBuilder>> _elements = [];

    public Person Person => person;

    public Random Random => random;

    public void WriteTo(DatasetBuilder dataset)
    {
        foreach (var write in _elements.Values)
            write(dataset);
    }

    /// <summary>A value that tells of the examination and has to stay.</summary>
    public PlantedItem Stays(string attribute, string value)
    {
        Retain(attribute);
        Expect(Category.TextRetained, attribute, output => output.Text(path + attribute) == value);
        return Put(attribute, value);
    }

    /// <summary>A value about which nothing is asked but that its element is there.</summary>
    public PlantedItem Present(string attribute, string value)
    {
        Retain(attribute);
        return Put(attribute, value);
    }

    /// <summary>A value that identifies, and must be nowhere in the file.</summary>
    /// <param name="hasToHold">Whether the element has to have some value all the same.</param>
    public PlantedItem Secret(string attribute, string value, bool hasToHold = false)
    {
        var words = value.Split('^', '=', '\\').Where(word => word.Length > 3 || word.Any(letter => letter > '\u2E80'));
        foreach (var word in words)
            Expect(Category.TextRemoved, attribute, output => !output.Holds(word), word);
        if (hasToHold)
        {
            Retain(attribute);
            Expect(Category.TextNotNull, attribute, output => output.Text(path + attribute).Length > 0);
        }
        return Put(attribute, value);
    }

    /// <summary>A free text about the person, as long as its value representation allows.</summary>
    public PlantedItem Free(string attribute)
    {
        var isLong = DataDictionary.VrOf(new Tag(FileReading.TagOf(attribute))).MaximumCharacters > 64;
        return Free(attribute, Sentences.Make(person, random, isLong ? 1000 : 64));
    }

    public PlantedItem Free(string attribute, Wording wording)
    {
        Retain(attribute);
        Expect(Category.TextNotNull, attribute, output => output.Text(path + attribute).Length > 0);
        foreach (var gone in wording.Gone)
            Expect(Category.TextRemoved, attribute, output => !Holds(output, attribute, gone), $"{gone} in \"{wording.Text}\"");
        foreach (var kept in wording.Kept)
            Expect(Category.TextRetained, attribute, output => output.Text(path + attribute).Contains(kept, StringComparison.Ordinal), $"\"{wording.Text}\"");
        foreach (var (day, forms) in wording.Dates)
            Expect(Category.DateShifted, attribute, output => forms.Any(form => Holds(output, attribute, Write(day.AddDays(output.DaysMoved), form))), $"\"{wording.Text}\"");
        return Put(attribute, wording.Text);
    }

    /// <summary>The day of the examination or some days from it, as DA.</summary>
    public PlantedItem Date(string attribute, int days = 0)
    {
        var day = person.Study.AddDays(days);
        Retain(attribute);
        Expect(Category.DateShifted, attribute, output => output.Text(path + attribute) == Write(day.AddDays(output.DaysMoved)));
        return Put(attribute, Write(day));
    }

    /// <summary>The same as DT.</summary>
    public PlantedItem DateTime(string attribute, string time, int days = 0)
    {
        var day = person.Study.AddDays(days);
        Retain(attribute);
        Expect(Category.DateShifted, attribute, output => output.Text(path + attribute) == Write(day.AddDays(output.DaysMoved)) + time);
        return Put(attribute, Write(day) + time);
    }

    /// <summary>A UID of something of this patient.</summary>
    public PlantedItem Uid(string attribute, string uid)
    {
        Retain(attribute);
        Expect(Category.UidChanged, attribute, output => output.Text(path + attribute) is { Length: > 0 } text && !text.Split('\\').Intersect(uid.Split('\\')).Any());
        Expect(Category.UidConsistent, attribute, output => output.Uids.Agrees(uid, output.Text(path + attribute)));
        return Put(attribute, uid);
    }

    public PlantedItem Sequence(string attribute, params Action<PlantedItem>[] items)
    {
        Retain(attribute);
        var planted = items.Select((item, number) =>
        {
            var inner = new PlantedItem(person, random, checks, $"{path}{attribute}[{number}].");
            item(inner);
            return (Action<DatasetBuilder>)inner.WriteTo;
        }).ToArray();
        var isUndefined = random.Next(2) == 0;
        return Put(attribute, dataset => dataset.Sequence(attribute, "SQ", isUndefined, planted));
    }

    /// <summary>A code, which tells of medicine and has to stay.</summary>
    public PlantedItem Code(string attribute, string value, string scheme, string meaning) => Sequence(attribute, item => item
        .Stays("CodeValue", value).Stays("CodingSchemeDesignator", scheme).Stays("CodeMeaning", meaning));

    /// <summary>A reference to an instance.</summary>
    public PlantedItem Reference(string attribute, string sopClass, params string[] instances) => Sequence(attribute,
        [.. instances.Select(instance => (Action<PlantedItem>)(item => item.Stays("ReferencedSOPClassUID", sopClass).Uid("ReferencedSOPInstanceUID", instance)))]);

    public PlantedItem Numbers(string attribute, params ushort[] values)
    {
        Retain(attribute);
        var bytes = values.SelectMany(BitConverter.GetBytes).ToArray();
        Expect(Category.TextRetained, attribute, output => output.Find(path + attribute) is { } found
            && Enumerable.Range(0, values.Length).All(i => found.Value[(2 * i)..(2 * i + 2)].Order().SequenceEqual(bytes[(2 * i)..(2 * i + 2)].Order())));
        return Put(attribute, dataset => dataset.Numbers(attribute, values));
    }

    /// <summary>An element that stands in no rule of the benchmark, or whose rule the caller adds.</summary>
    public PlantedItem Put(string attribute, Action<DatasetBuilder> write)
    {
        _elements.Add(FileReading.TagOf(attribute), write);
        return this;
    }

    public PlantedItem Expect(Category category, string attribute, Func<Output, bool> holds, string what = "")
    {
        checks.Add(new Check(category, path + attribute, what, holds));
        return this;
    }

    private PlantedItem Put(string attribute, string value) => Put(attribute, dataset => dataset.Bytes(attribute, person.Alphabet.Encode(value)));

    private void Retain(string attribute) => Expect(Category.TagRetained, attribute, output => output.Find(path + attribute) is not null);

    private bool Holds(Output output, string attribute, string text) =>
        output.Text(path + attribute).Contains(text, StringComparison.OrdinalIgnoreCase);

    private static string Write(DateTime day, string form = "yyyyMMdd") => day.ToString(form, CultureInfo.InvariantCulture);
}

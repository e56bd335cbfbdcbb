using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.Tests.Benchmark;

/// <summary>How many checks hold, by category.</summary>
internal sealed class BenchmarkScore
{
    private readonly SortedDictionary<Category, (int Held, int All)> _categories = [];

    /// <summary>By how many days the dates of each person were moved.</summary>
    public IReadOnlyList<int> Moved { get; set; } = [];

    public List<string> Failures { get; } = [];

    public int Checks => _categories.Values.Sum(category => category.All);

    /// <summary>The part of the checks that hold, in percent.</summary>
    public double Overall => 100.0 * _categories.Values.Sum(category => category.Held) / Checks;

    public IEnumerable<Category> Categories => _categories.Keys;

    public double PercentOf(Category category) => 100.0 * _categories[category].Held / _categories[category].All;

    public void Add(PlantedInstance instance, Output output)
    {
        foreach (var check in instance.Checks)
            Count(check, instance, check.Holds(output), output.Text(check.Path));
    }

    /// <summary>Nothing holds of an instance that is not there.</summary>
    public void AddMissing(PlantedInstance instance)
    {
        foreach (var check in instance.Checks)
            Count(check, instance, holds: false, "nothing");
    }

    public override string ToString() => string.Join('\n', _categories.Select(category => string.Create(
        CultureInfo.InvariantCulture,
        $"{category.Key,-16} {category.Value.Held,6} of {category.Value.All,6}  {PercentOf(category.Key):0.000} %"))
        .Append(string.Create(CultureInfo.InvariantCulture, $"{"Overall",-16} {Overall:0.000} %"))
        .Concat(Failures));

    private void Count(Check check, PlantedInstance instance, bool holds, string result)
    {
        var (held, all) = _categories.GetValueOrDefault(check.Category);
        _categories[check.Category] = (held + (holds ? 1 : 0), all + 1);
        if (!holds)
            Failures.Add($"{check.Category}: {instance.Name}: {check.Path} {check.What} became \"{result}\"");
    }
}

using System.Collections.Generic;
using System.Linq;
using Dams.Benchmarks.Accuracy.Plantings;

namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>What was counted of one tool under one profile.</summary>
internal sealed class Score(string tool, ProfileKind profile)
{
    public string Tool { get; } = tool;

    public ProfileKind Profile { get; } = profile;

    public Dictionary<Kind, Tally> Identifiers { get; } = [];

    public Dictionary<Kind, Tally> Kept { get; } = [];

    public Tally Words { get; private set; } = new(0, 0);

    public Tally Dates { get; private set; } = new(0, 0);

    /// <summary>What reads as what its attribute is for, and is left.</summary>
    public Tally Doubtful { get; private set; } = new(0, 0);

    public int Files { get; set; }

    public int NotWritten { get; set; }

    public int NotReadable { get; set; }

    public int? NewErrors { get; set; }

    public Tally AllIdentifiers => Sum(Identifiers);

    public Tally AllKept => Sum(Kept);

    public void CountIdentifier(Kind kind, bool isLeft) => Identifiers[kind] = Identifiers.GetValueOrDefault(kind, new(0, 0)).And(isLeft);

    public void CountKept(Kind kind, bool isLost) => Kept[kind] = Kept.GetValueOrDefault(kind, new(0, 0)).And(isLost);

    public void CountWord(bool isLost) => Words = Words.And(isLost);

    public void CountDoubtful(bool isLeft) => Doubtful = Doubtful.And(isLeft);

    public void CountDate(bool isWrong) => Dates = Dates.And(isWrong);

    private static Tally Sum(Dictionary<Kind, Tally> tallies) =>
        new(tallies.Values.Sum(tally => tally.Of), tallies.Values.Sum(tally => tally.Bad));
}

using System.Linq;

namespace Dams.Benchmarks.Text.People;

/// <summary>Somebody who does not exist.</summary>
/// <param name="LatinFamily">As it is written in Latin letters.</param>
/// <param name="LatinGiven">As it is written in Latin letters.</param>
/// <param name="Nickname">Empty where there is none.</param>
internal sealed record Person(string Family, string Given, string LatinFamily, string LatinGiven, string Nickname, bool IsAsian)
{
    private static readonly char[] Capital = [.. Enumerable.Range('A', 26).Select(letter => (char)letter), 'É', 'Ö', 'Ü', 'Ä', 'Ş'];

    public string Full => IsAsian ? Family + Given : $"{Given} {Family}";

    public string Latin => $"{LatinFamily} {LatinGiven}";

    public string Comma => IsAsian ? Full : $"{Family}, {Given}";

    public string Capitals => IsAsian ? Full : $"{Family.ToUpperInvariant()} {Given}";

    public string WithInitial => IsAsian ? Full : $"{Given[0]}. {Family}";

    public string Initials => IsAsian ? Full : string.Concat(Given.Split(' ', '-').Append(Family[Family.IndexOfAny(Capital)..]).Select(part => $"{part[0]}."));
}

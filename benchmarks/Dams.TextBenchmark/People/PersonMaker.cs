using System;
using System.Collections.Generic;
using Dams.Benchmarks.Text.Texts;

namespace Dams.Benchmarks.Text.People;

/// <summary>Makes people out of the names of a language.</summary>
internal sealed class PersonMaker(Language language, Random random)
{
    /// <param name="isTrap">Whether the family is called like a word of reports.</param>
    public Person Make(bool isTrap = false)
    {
        var families = language.Of(isTrap ? "traps" : "families");
        var givens = isTrap && language.Of("trap givens").Count > 0 ? language.Of("trap givens") : language.Of("givens");
        var (family, given) = (Pick(families), Pick(givens));
        if (!language.IsAsian)
        {
            var (name, nicknames) = Split(given, ':');
            return new(family, name, family, name, nicknames.Length == 0 ? "" : Pick(nicknames.Split(',')), false);
        }
        var ((scriptFamily, latinFamily), (scriptGiven, latinGiven)) = (Split(family, '='), Split(given, '='));
        return new(scriptFamily, scriptGiven, Pick(latinFamily.Split(',')), Pick(latinGiven.Split(',')), "", true);
    }

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static (string Before, string After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}

using System.Collections.Generic;
using System.Linq;
using Dams.Core;

namespace Dams.Cleaning.Languages;

/// <summary>
/// The tables of the languages: each has a folder of its own with files of the same names, in which a line is a kind and what
/// is of that kind.
/// </summary>
internal static class LanguageData
{
    /// <summary>The folders.</summary>
    public static readonly string[] Languages = ["en", "de", "fr", "es", "it", "ko", "ja", "zh"];

    /// <summary>The lines of the files with a name, of all languages that have it.</summary>
    public static IEnumerable<LanguageLine> Lines(string table) => Languages.SelectMany(language => Lines(language, table));

    /// <summary>The lines of one language's file with a name; none where it has no such file.</summary>
    public static IEnumerable<LanguageLine> Lines(string language, string table) => EmbeddedText.Exists($"{language}/{table}.txt")
        ? EmbeddedText.Lines($"{language}/{table}.txt").Select(line => line.Split([' '], 2)).Select(parts => new LanguageLine(language, parts[0], parts[1]))
        : [];

    /// <summary>What is of some kinds, in all languages.</summary>
    public static IEnumerable<string> Words(string table, params string[] kinds) =>
        Lines(table).Where(line => kinds.Contains(line.Kind)).Select(line => line.Words);
}

/// <summary>A line of a language's table.</summary>
/// <param name="Kind">Its first word.</param>
/// <param name="Words">What follows the kind.</param>
internal readonly record struct LanguageLine(string Language, string Kind, string Words);

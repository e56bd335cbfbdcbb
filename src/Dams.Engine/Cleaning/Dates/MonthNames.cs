using System;
using System.Collections.Generic;
using Dams.Cleaning.Names;
using Dams.Core;

namespace Dams.Cleaning.Dates;

/// <summary>Names of months: each line of the table is a language with its twelve names or short forms.</summary>
internal static class MonthNames
{
    private static readonly List<string[]> Languages = Load();

    /// <summary>The number of a month, 1 to 12; 0 for a word that is none.</summary>
    public static int NumberOf(string name)
    {
        var folded = Folding.Fold(name.TrimEnd('.'));
        foreach (var language in Languages)
        {
            var index = Array.IndexOf(language, folded);
            if (index >= 0)
                return index + 1;
        }
        return 0;
    }

    /// <summary>Another month in the language and case of a name.</summary>
    public static string FormatLike(string name, int month)
    {
        var bare = name.TrimEnd('.');
        var folded = Folding.Fold(bare);
        var language = Languages.Find(names => Array.IndexOf(names, folded) >= 0)!;
        var other = language[month - 1];
        var inCase = bare.Equals(bare.ToUpperInvariant(), StringComparison.Ordinal) ? other
            : char.IsUpper(bare[0]) ? other.Substring(0, 1) + other.Substring(1).ToLowerInvariant()
            : other.ToLowerInvariant();
        return inCase + name.Substring(bare.Length);
    }

    private static List<string[]> Load()
    {
        var languages = new List<string[]>();
        foreach (var line in EmbeddedText.Lines("months.txt"))
            languages.Add(line.Split(' '));
        return languages;
    }
}

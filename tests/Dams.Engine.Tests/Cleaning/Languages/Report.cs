using System.Linq;
using Dams.Cleaning;

namespace Dams.Tests.Cleaning.Languages;

/// <summary>A sentence of a report as it comes out.</summary>
internal static class Report
{
    /// <param name="names">What the header holds: names as PN writes them, separated by bars.</param>
    public static string Cleaned(string names, string text)
    {
        var known = new KnownValues();
        known.Add(names.Split('|').Where(name => name.Length > 0).Select(name => new KnownValue(KnownValueKind.Name, name)));
        return new TextCleaner(known, shift: null, keepsDates: false).Clean(text, int.MaxValue);
    }

    /// <summary>Of a sentence what stays though it stands between « and ».</summary>
    public static string[] Left(string names, string marked)
    {
        var parts = marked.Split('«', '»');
        var cleaned = Cleaned(names, string.Concat(parts));
        return [.. parts.Where((part, i) => i % 2 == 1 && cleaned.Contains(part, System.StringComparison.Ordinal))];
    }
}

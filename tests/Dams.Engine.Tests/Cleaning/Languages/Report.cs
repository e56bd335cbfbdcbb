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
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tables;

/// <summary>PS3.15 table E.1-1.</summary>
/// <remarks>
/// A line is: tag, action of the Basic Profile, keyword, then for each option with an action its name, an equals sign and
/// the action. The elements of all private groups are "private".
/// </remarks>
internal static class ConfidentialityTable
{
    private const string Private = "private";

    private static readonly (string Title, string Name)[] Options =
    [
        ("Rtn. Safe Priv.", "RetainSafePrivate"),
        ("Rtn. UIDs", "RetainUIDs"),
        ("Rtn. Dev. Id.", "RetainDeviceIdentity"),
        ("Rtn. Inst. Id.", "RetainInstitutionIdentity"),
        ("Rtn. Pat. Chars.", "RetainPatientCharacteristics"),
        ("Rtn. Long. Full Dates", "RetainLongitudinalFullDates"),
        ("Rtn. Long. Modif. Dates", "RetainLongitudinalModifiedDates"),
        ("Clean Desc.", "CleanDescriptors"),
        ("Clean Struct. Cont.", "CleanStructuredContent"),
        ("Clean Graph.", "CleanGraphics"),
    ];

    /// <param name="keywords">The keywords of the dictionary by tag.</param>
    public static IEnumerable<string> Lines(DocBookPart profiles, IReadOnlyDictionary<string, string> keywords) => Rows(profiles)
        .Select(row => string.Join(' ', new[] { row[0], row[1], keywords.GetValueOrDefault(row[0], "-") }
            .Concat(Options.Zip(row.Skip(2)).Where(cell => cell.Second.Length > 0).Select(cell => $"{cell.First.Name}={cell.Second}"))))
        .Order(StringComparer.Ordinal);

    /// <summary>The attributes that the Basic Profile removes, or for which it names several actions, of which the type in the IOD chooses one.</summary>
    public static HashSet<string> TagsThatMayGo(DocBookPart profiles) =>
        Rows(profiles).Where(row => row[1].StartsWith('X') || row[1].Contains('/', StringComparison.Ordinal)).Select(row => row[0]).ToHashSet();

    /// <summary>The attributes that it lists.</summary>
    public static HashSet<string> Tags(DocBookPart profiles) => Rows(profiles).Select(row => row[0]).ToHashSet();

    private static IEnumerable<string[]> Rows(DocBookPart profiles)
    {
        var rows = profiles.Table("table_E.1-1").Texts([.. Options.Select(option => option.Title).Prepend("Basic Prof.").Prepend("Tag")]);
        foreach (var row in rows)
        {
            row[0] = ElementTable.TagOf(row[0]) ?? Private;
            yield return row;
        }
    }
}

using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Profiles;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Profiles;

public sealed class ConfidentialityTableTests
{
    // The columns of the options, in the order of the table.
    private static readonly ProfileOption[] Columns =
    [
        ProfileOption.RetainSafePrivate, ProfileOption.RetainUIDs, ProfileOption.RetainDeviceIdentity,
        ProfileOption.RetainInstitutionIdentity, ProfileOption.RetainPatientCharacteristics,
        ProfileOption.RetainLongitudinalFullDates, ProfileOption.RetainLongitudinalModifiedDates,
        ProfileOption.CleanDescriptors, ProfileOption.CleanStructuredContent, ProfileOption.CleanGraphics,
    ];

    private static readonly Dictionary<char, RuleAction> Letters = new()
    {
        ['X'] = RuleAction.Remove,
        ['Z'] = RuleAction.Empty,
        ['D'] = RuleAction.Dummy,
        ['U'] = RuleAction.MapUid,
        ['K'] = RuleAction.Keep,
        ['C'] = RuleAction.Clean,
    };

    [Fact]
    public void The_engine_carries_table_E_1_1_as_it_is_printed()
    {
        var expected = StandardTables.Lines("confidentiality-profile.tsv").Select(cells => Line(
            PatternOf(cells[0]), ActionOf(cells[5]),
            Columns.Select((option, i) => (option, cell: cells.Length > 6 + i ? cells[6 + i] : ""))
                .Where(pair => pair.cell.Length > 0)
                .Select(pair => (pair.option.ToString(), ActionOf(pair.cell)))));
        var actual = ConfidentialityTable.Rows.Select(row =>
            Line(row.Attributes, row.Basic, row.Options.Select(pair => (pair.Key, pair.Value))));

        Assert.Equal(expected.Order(), actual.Order());
    }

    private static string Line(TagPattern pattern, RuleAction basic, IEnumerable<(string Name, RuleAction Action)> options) =>
        $"{pattern.Value:X8}/{pattern.Mask:X8} {basic} {string.Join(' ', options.Select(option => $"{option.Name}={option.Action}").Order())}";

    private static RuleAction ActionOf(string cell) =>
        cell.Where(Letters.ContainsKey).Aggregate(RuleAction.None, (action, letter) => action | Letters[letter]);

    private static TagPattern PatternOf(string cell) =>
        cell == "gggg,eeee" ? TagPattern.Private : TagPattern.Parse(cell.Replace(",", ""));
}

using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tables;

/// <summary>The UIDs of PS3.6 annex A.</summary>
/// <remarks>A line is: UID, keyword; a dash for what has none. Context groups (table A-3) are known by their root.</remarks>
internal static class RegisteredUidTable
{
    private const string Root = "1.2.840.10008.";

    public static IEnumerable<string> Lines(DocBookPart dictionary) => dictionary.Table("table_A-1")
        .Texts("UID Value", "UID Keyword")
        .Where(row => row[0].StartsWith(Root, StringComparison.Ordinal))
        .OrderBy(row => row[0], Uids.Order)
        .Select(row => $"{row[0]} {(row[1].Length == 0 ? "-" : row[1])}").Distinct();
}

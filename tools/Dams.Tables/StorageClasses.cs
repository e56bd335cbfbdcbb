using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tables;

/// <summary>The SOP classes of PS3.4 that are stored in files, each with the section of PS3.3 that defines its IOD.</summary>
/// <remarks>They are in several tables (B.5-1 for what belongs to patients, GG.3-1 for what does not), known by their columns.</remarks>
internal static class StorageClasses
{
    private const string Class = "SOP Class UID";
    private const string Definition = "IOD Specification";

    // A directory of a medium, which has another root, is not an object.
    private const string Root = "1.2.840.10008.5.1.4.";

    public static IEnumerable<(string Uid, string Section)> In(DocBookPart services) => Rows(services)
        .Where(row => row.Uid.StartsWith(Root, StringComparison.Ordinal))
        .DistinctBy(row => row.Uid);

    private static IEnumerable<(string Uid, string Section)> Rows(DocBookPart services) =>
        from table in services.Tables
        where table.HasColumn(Class) && table.HasColumn(Definition)
        from row in table.Cells(Class).Zip(table.Cells(Definition))
        let section = row.Second.Links.FirstOrDefault(link => link.StartsWith("sect_", StringComparison.Ordinal))
        where section is not null
        select (row.First.Text, section);
}

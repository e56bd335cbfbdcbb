using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tables;

/// <summary>The transfer syntaxes of PS3.6 table A-1, with what PS3.5 annex A says of each in words.</summary>
/// <remarks>A line is: UID, byte order, whether it names value representations, form of pixel data, whether it is deflated, keyword.</remarks>
internal static class TransferSyntaxTable
{
    private const string Prefix = "1.2.840.10008.1.";

    private static readonly string[] BigEndian = [Prefix + "2.2"];
    private static readonly string[] Implicit = [Prefix + "2", Prefix + "20"];
    private static readonly string[] Deflated = [Prefix + "2.1.99", Prefix + "2.4.95", Prefix + "2.4.205"];

    // JPIP refers to its pixel data and holds none.
    private static readonly string[] Native =
        [Prefix + "2", Prefix + "2.1", Prefix + "2.1.99", Prefix + "2.2", Prefix + "20", Prefix + "2.4.94", Prefix + "2.4.95", Prefix + "2.4.204", Prefix + "2.4.205"];

    // MIME, XML and the real-time video of SMPTE ST 2110: no file is encoded so.
    private static readonly string[] NotOfFiles = [Prefix + "2.6.", Prefix + "2.7."];

    public static IEnumerable<string> Lines(DocBookPart dictionary) => dictionary.Table("table_A-1")
        .Texts("UID Value", "UID Keyword", "UID Type")
        .Where(row => row[2].StartsWith("Transfer Syntax", StringComparison.Ordinal)
            && !NotOfFiles.Any(prefix => row[0].StartsWith(prefix, StringComparison.Ordinal)))
        .OrderBy(row => row[0], Uids.Order)
        .Select(row => string.Join(' ',
            row[0],
            BigEndian.Contains(row[0]) ? "big" : "little",
            Implicit.Contains(row[0]) ? "implicit" : "explicit",
            Native.Contains(row[0]) ? "native" : "encapsulated",
            Deflated.Contains(row[0]) ? "deflated" : "plain",
            row[1]));
}

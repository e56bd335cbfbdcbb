using System;
using System.Linq;
using System.Text;

namespace Dams.Tests.Support;

/// <summary>Values that fit their value representation and that nobody would take for anything else.</summary>
internal static class SampleValue
{
    /// <summary>A word that no output may hold where the value had to go.</summary>
    public const string Secret = "Geheim4711";

    private const string SecretUid = "1.2.276.0.99.4711.8";

    /// <summary>Writes an element with a value.</summary>
    public static void Write(DatasetBuilder dataset, uint tag)
    {
        var attribute = $"{tag >> 16:X4},{tag & 0xFFFF:X4}";
        var vr = DataDictionary.VrOf(new Tag(tag)).ToString();
        if (vr == "SQ")
            dataset.Sequence(attribute, item => WriteItem(item, DataDictionary.KeywordOf(new Tag(tag))));
        else
            dataset.Bytes(attribute, BytesOf(vr), vr);
    }

    /// <summary>Whether bytes hold the word or the UID of a value that <see cref="Write"/> wrote.</summary>
    public static bool IsIn(byte[] bytes) =>
        bytes.AsSpan().IndexOf("Geheim4711"u8) >= 0 || bytes.AsSpan().IndexOf("GEHEIM_4711"u8) >= 0
        || bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(SecretUid)) >= 0 || bytes.AsSpan().IndexOf("19870604"u8) >= 0;

    public static byte[] BytesOf(string vr) => vr switch
    {
        "UI" => Encoding.ASCII.GetBytes(SecretUid),
        "CS" => "GEHEIM_4711"u8.ToArray(),
        "AS" => "071Y"u8.ToArray(),
        "DA" => "19870604"u8.ToArray(),
        "TM" => "223344.55"u8.ToArray(),
        "DT" => "19870604223344"u8.ToArray(),
        "DS" => "4711.25"u8.ToArray(),
        "IS" => "4711"u8.ToArray(),
        "UR" => "http://geheim.example/Geheim4711"u8.ToArray(),
        "PN" => "Geheim4711^Person"u8.ToArray(),
        "US" or "SS" or "OW" => [1, 2],
        "UL" or "SL" or "FL" or "OF" or "OL" or "AT" => [1, 2, 3, 4],
        "FD" or "OD" or "OV" or "SV" or "UV" => [1, 2, 3, 4, 5, 6, 7, 8],
        "OB" or "UN" => [.. Enumerable.Range(1, 10).Select(i => (byte)i), .. "Geheim4711"u8],
        _ => "Geheim4711"u8.ToArray(),
    };

    private static void WriteItem(DatasetBuilder item, string sequence)
    {
        item.Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage).Text("ReferencedSOPInstanceUID", SecretUid);
        // Where references to instances survive, nothing else is in them.
        if (!sequence.StartsWith("Referenced", StringComparison.Ordinal) && !sequence.StartsWith("Source", StringComparison.Ordinal))
            item.Text("ValueType", "TEXT").Text("TextValue", Secret);
    }
}

using System.Collections.Generic;
using Dams.Core;

namespace Dams;

/// <summary>How a dataset is encoded (PS3.5 section 10 and annex A).</summary>
/// <param name="Uid">The transfer syntax UID; empty for a dataset that was recognised without file meta information.</param>
/// <param name="IsBigEndian">Whether the high byte of a number comes first.</param>
/// <param name="IsExplicit">Whether each element names its value representation.</param>
/// <param name="IsEncapsulated">Whether pixel data come in fragments.</param>
/// <param name="IsDeflated">Whether the dataset is compressed as a whole.</param>
public sealed record TransferSyntax(string Uid, bool IsBigEndian, bool IsExplicit, bool IsEncapsulated, bool IsDeflated)
{
    /// <summary>Implicit VR Little Endian.</summary>
    public static readonly TransferSyntax ImplicitLittleEndian = new("1.2.840.10008.1.2", false, false, false, false);

    /// <summary>Explicit VR Little Endian.</summary>
    public static readonly TransferSyntax ExplicitLittleEndian = new("1.2.840.10008.1.2.1", false, true, false, false);

    /// <summary>Explicit VR Big Endian (retired).</summary>
    public static readonly TransferSyntax ExplicitBigEndian = new("1.2.840.10008.1.2.2", true, true, false, false);

    /// <summary>GE's own, Implicit VR Little Endian but for the samples of native pixel data, which are big endian.</summary>
    private const string BigEndianPixelsOfGE = "1.2.840.113619.5.2";

    private const int MaximumUidLength = 64;

    private static readonly Dictionary<string, TransferSyntax> Known = Load();

    /// <summary>
    /// The transfer syntax with a UID. One that PS3.6 does not list is taken as explicit little endian, which PS3.5
    /// prescribes for all but the two oldest.
    /// </summary>
    public static TransferSyntax FromUid(string uid) =>
        Known.TryGetValue(uid, out var known) ? known : ExplicitLittleEndian with { Uid = uid };

    /// <summary>Whether PS3.6 lists it.</summary>
    public bool IsListed => Known.ContainsKey(Uid);

    /// <summary>Whether the high byte of a sample of native pixel data comes first.</summary>
    public bool HasBigEndianPixels => IsBigEndian || Uid == BigEndianPixelsOfGE;

    /// <summary>Whether a text has the form of a UID (PS3.5 section 9.1).</summary>
    public static bool IsUid(string text)
    {
        if (text.Length is 0 or > MaximumUidLength || text[0] == '.' || text[text.Length - 1] == '.')
            return false;
        foreach (var character in text)
        {
            if (character is not (>= '0' and <= '9' or '.'))
                return false;
        }
        return true;
    }

    private static Dictionary<string, TransferSyntax> Load()
    {
        var known = new Dictionary<string, TransferSyntax>();
        foreach (var line in EmbeddedText.Lines("transfer-syntaxes.txt"))
        {
            var words = line.Split(' ');
            known.Add(words[0], new TransferSyntax(
                words[0],
                words[1] == "big",
                words[2] == "explicit",
                words[3] == "encapsulated",
                words[4] == "deflated"));
        }
        return known;
    }
}

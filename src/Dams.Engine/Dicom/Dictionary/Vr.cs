using System;

namespace Dams;

/// <summary>A value representation (PS3.5 section 6.2): the two characters that an explicit encoding writes.</summary>
/// <param name="Code">The first character in the upper, the second in the lower byte.</param>
public readonly record struct Vr(ushort Code)
{
#pragma warning disable CS1591 // Each is the standard's own two letters; PS3.5 table 6.2-1 explains them.
    public static readonly Vr AE = Parse("AE"), AS = Parse("AS"), AT = Parse("AT"), CS = Parse("CS"), DA = Parse("DA"),
        DS = Parse("DS"), DT = Parse("DT"), FD = Parse("FD"), FL = Parse("FL"), IS = Parse("IS"), LO = Parse("LO"), LT = Parse("LT"),
        OB = Parse("OB"), OD = Parse("OD"), OF = Parse("OF"), OL = Parse("OL"), OV = Parse("OV"), OW = Parse("OW"), PN = Parse("PN"),
        SH = Parse("SH"), SL = Parse("SL"), SQ = Parse("SQ"), SS = Parse("SS"), ST = Parse("ST"), SV = Parse("SV"), TM = Parse("TM"),
        UC = Parse("UC"), UI = Parse("UI"), UL = Parse("UL"), UN = Parse("UN"), UR = Parse("UR"), US = Parse("US"), UT = Parse("UT"),
        UV = Parse("UV");
#pragma warning restore CS1591

    private static readonly Traits[] Table = BuildTable();

    [Flags]
    private enum Traits : byte
    {
        None = 0,
        Defined = 1,
        LongLength = 2,
        Text = 4,
        CharacterSet = 8,
        MultiValued = 16,
    }

    /// <summary>Whether the standard defines this value representation.</summary>
    public bool IsDefined => Has(Traits.Defined);

    /// <summary>Whether both characters are capital letters, as those of every present and future one are.</summary>
    public bool IsWellFormed => (Code >> 8) is >= 'A' and <= 'Z' && (Code & 0xFF) is >= 'A' and <= 'Z';

    /// <summary>
    /// Whether an explicit encoding gives it two reserved bytes and a length of 32 bits (PS3.5 section 7.1.2).
    /// Those that the standard does not define yet have this form too.
    /// </summary>
    public bool HasLongLength => Has(Traits.LongLength) || !IsDefined;

    /// <summary>Whether (0008,0005) Specific Character Set governs its characters.</summary>
    public bool UsesCharacterSet => Has(Traits.CharacterSet);

    /// <summary>Whether its value is characters.</summary>
    public bool IsText => Has(Traits.Text);

    /// <summary>Whether a backslash separates values in it: all text but LT, ST, UT and UR.</summary>
    public bool IsMultiText => Has(Traits.MultiValued);

    /// <summary>Bytes of one number in it; 1 where byte order does not matter.</summary>
    public int WordSize =>
        this == US || this == SS || this == OW || this == AT ? 2
        : this == UL || this == SL || this == FL || this == OF || this == OL ? 4
        : this == FD || this == OD || this == OV || this == SV || this == UV ? 8
        : 1;

    /// <summary>The most characters of one value (PS3.5 table 6.2-1); of one component group of PN.</summary>
    public int MaximumCharacters =>
        this == SH || this == AE || this == CS || this == DS ? 16
        : this == LO || this == PN || this == UI ? 64
        : this == ST ? 1024
        : this == LT ? 10240
        : int.MaxValue;

    /// <summary>The byte that makes an odd length even: a space in text, zero elsewhere (PS3.5 section 6.2).</summary>
    public byte Padding => IsText && this != UI ? (byte)' ' : (byte)0;

    /// <summary>The value representation with these two characters.</summary>
    public static Vr Parse(string text) => FromBytes((byte)text[0], (byte)text[1]);

    /// <summary>The value representation with these two bytes.</summary>
    public static Vr FromBytes(byte first, byte second) => new((ushort)((first << 8) | second));

    /// <summary>The two characters.</summary>
    public override string ToString() => new([(char)(Code >> 8), (char)(Code & 0xFF)]);

    private bool Has(Traits traits) => IsWellFormed && (Table[IndexOf(this)] & traits) != 0;

    private static int IndexOf(Vr vr) => ((vr.Code >> 8) - 'A') * 26 + (vr.Code & 0xFF) - 'A';

    private static Traits[] BuildTable()
    {
        var table = new Traits[26 * 26];
        Mark(Traits.Defined, AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, OB, OD, OF, OL, OV, OW, PN, SH, SL, SQ,
            SS, ST, SV, TM, UC, UI, UL, UN, UR, US, UT, UV);
        Mark(Traits.LongLength, OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV);
        Mark(Traits.Text, AE, AS, CS, DA, DS, DT, IS, LO, LT, PN, SH, ST, TM, UC, UI, UR, UT);
        Mark(Traits.CharacterSet, LO, LT, PN, SH, ST, UC, UT);
        Mark(Traits.MultiValued, AE, AS, CS, DA, DS, DT, IS, LO, PN, SH, TM, UC, UI);
        return table;

        void Mark(Traits traits, params Vr[] vrs)
        {
            foreach (var vr in vrs)
                table[IndexOf(vr)] |= traits;
        }
    }
}

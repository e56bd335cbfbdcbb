using System;
using System.Collections.Generic;
using Dams.Dicom.Text;

namespace Dams.Deidentification;

/// <summary>Values that mean nothing and fit their value representation (PS3.15 table E.1-1a, action D).</summary>
internal static class DummyValue
{
    private const string Word = "REMOVED";

    private static readonly Dictionary<Vr, string> Texts = new()
    {
        [Vr.AE] = Word,
        [Vr.AS] = "000D",
        [Vr.CS] = Word,
        [Vr.DA] = "19000101",
        [Vr.DS] = "0",
        [Vr.DT] = "19000101000000",
        [Vr.IS] = "0",
        [Vr.LO] = Word,
        [Vr.LT] = Word,
        [Vr.PN] = Word,
        [Vr.SH] = Word,
        [Vr.ST] = Word,
        [Vr.TM] = "000000",
        [Vr.UC] = Word,
        [Vr.UR] = "urn:removed",
        [Vr.UT] = Word,
    };

    /// <summary>The bytes of the dummy for a value representation; zeros where it is not of characters.</summary>
    public static byte[] Create(Vr vr) =>
        Texts.TryGetValue(vr, out var text) ? Encodings.Ascii.GetBytes(text) : new byte[Math.Max(2, vr.WordSize)];
}

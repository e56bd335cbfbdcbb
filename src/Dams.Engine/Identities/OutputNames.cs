using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Dicom.Reading;

namespace Dams.Identities;

/// <summary>
/// Where the output of an instance is: <c>SUBJECT/SUBJECT_CTDATE/MODALITY_SERIESNUMBER_hhhhhhhh/NNNNN_hhhhhhhh.dcm</c>. The name
/// depends on the instance and the key alone, so that it is the same however the work is split.
/// </summary>
internal static class OutputNames
{
    private static readonly Regex ModalityName = new("^[A-Z0-9]{2,16}$", RegexOptions.CultureInvariant);

    /// <summary>The folder of a series.</summary>
    /// <param name="ctDate">The day of the examination as the output dates it; empty where it does not.</param>
    /// <param name="newSeriesUid">The Series Instance UID in the output.</param>
    public static string SeriesFolder(
        ProtectionKey key, string subject, string ctDate, InstanceFacts facts, string newSeriesUid)
    {
        var modality = ModalityName.IsMatch(facts.Modality) ? facts.Modality : "OT";
        return Path.Combine(
            subject,
            ctDate.Length == 0 ? subject : $"{subject}_{ctDate}",
            $"{modality}_{Number(facts.SeriesNumber)}_{Hash(key, $"series\0{newSeriesUid}")}");
    }

    /// <summary>What the name of a file starts with, up to its underscore.</summary>
    public static string NamePrefix(InstanceFacts facts) =>
        Number(facts.InstanceNumber).ToString("D5", CultureInfo.InvariantCulture);

    /// <summary>The name of a file. Two instances with one SOP Instance UID have different ones when their bytes differ.</summary>
    /// <param name="fingerprint">Of the bytes of the source.</param>
    public static string FileName(ProtectionKey key, InstanceFacts facts, string newInstanceUid, ulong fingerprint) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0}_{1}.dcm",
            NamePrefix(facts),
            Hash(key, $"instance\0{newInstanceUid}\0{fingerprint:X16}"));

    private static long Number(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Hash(ProtectionKey key, string message) =>
        BinaryPrimitives.ReadUInt32BigEndian(key.Derive(Encoding.UTF8.GetBytes(message))).ToString("x8", CultureInfo.InvariantCulture);
}

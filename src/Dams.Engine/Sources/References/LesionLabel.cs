using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Dicom;
using Dams.Subjects;

namespace Dams.Sources.References;

/// <summary>What a segmentation shows, and how label and lesion number are written.</summary>
internal static class LesionLabel
{
    private static readonly Dictionary<string, Code> Types = new()
    {
        ["Tumor"] = Code.Neoplasm,
        ["Ablation"] = Code.Necrosis,
    };

    private static readonly Regex TrackingForm = new(@"^Lesion ([0-9]{1,9})$", RegexOptions.CultureInvariant);

    public static IReadOnlyCollection<string> All => Types.Keys;

    /// <summary>What such a segmentation shows, as a code.</summary>
    public static Code TypeOf(string label) => Types[label];

    /// <summary>The Tracking ID of a lesion.</summary>
    public static string TrackingID(int lesion) => "Lesion " + lesion.ToString(CultureInfo.InvariantCulture);

    /// <summary>The lesion number in a Tracking ID; null where it is somebody else's.</summary>
    public static int? LesionOf(string trackingId) => TrackingForm.Match(trackingId) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The Tracking UID of a lesion: the same for a segmentation and its partner. It follows from their UIDs.</summary>
    public static string TrackingUid(string seriesUid, string? partnerUid, int lesion)
    {
        var (first, second) = (seriesUid, partnerUid ?? "");
        if (string.CompareOrdinal(first, second) > 0)
            (first, second) = (second, first);
        using var hash = SHA256.Create();
        return UidMap.CreateUid(hash.ComputeHash(Encoding.UTF8.GetBytes($"lesion\n{first}\n{second}\n{TrackingID(lesion)}")));
    }
}

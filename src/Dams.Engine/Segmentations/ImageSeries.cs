using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Sources;

namespace Dams.Segmentations;

/// <summary>The images of one series, in the order of their places or else of their numbers.</summary>
internal sealed class ImageSeries
{
    public ImageSeries(IEnumerable<InstanceHeader> images) => Images = [.. images
        .OrderBy(image => image.Plane?.Location ?? 0)
        .ThenBy(image => int.TryParse(image.Facts.InstanceNumber, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0)
        .ThenBy(image => image.File.Path, NaturalOrder.Instance)];

    public IReadOnlyList<InstanceHeader> Images { get; }

    public string SeriesUid => Images[0].Facts.SeriesInstanceUID;

    public string StudyUid => Images[0].Facts.StudyInstanceUID;

    public string FrameOfReferenceUid => Images[0].Facts.FrameOfReferenceUID;

    /// <summary>Whether another series is certainly of another patient: nobody knows it of one who is not named.</summary>
    /// <param name="ignoresIssuer">Whether patients are told apart by PatientID alone.</param>
    public bool IsOfOtherPatient(ImageSeries other, bool ignoresIssuer)
    {
        var (own, others) = (Images[0].Facts, other.Images[0].Facts);
        return Differ(own.PatientID, others.PatientID)
            || (!ignoresIssuer && own.PatientID.Length > 0 && others.PatientID.Length > 0
                && Differ(own.IssuerOfPatientID, others.IssuerOfPatientID));
    }

    /// <summary>Whether another series says that its places are counted in another frame of reference.</summary>
    public bool HasOtherFrameOfReference(ImageSeries other) => Differ(FrameOfReferenceUid, other.FrameOfReferenceUid);

    /// <summary>The image in the same plane; null where there is none or its frame of reference is another.</summary>
    public InstanceHeader? FindAt(SlicePlane? plane, string frameOfReferenceUid) => plane is null
        ? null
        : Images.FirstOrDefault(image => SharesFrame(image, frameOfReferenceUid) && image.Plane?.IsSame(plane) == true);

    /// <summary>The image in the same plane, else the one in the middle, which most probably shows something.</summary>
    public InstanceHeader FindAtOrMiddle(SlicePlane? plane, string frameOfReferenceUid) =>
        FindAt(plane, frameOfReferenceUid) ?? Images[Images.Count / 2];

    private static bool SharesFrame(InstanceHeader image, string frameOfReferenceUid) =>
        !Differ(image.Facts.FrameOfReferenceUID, frameOfReferenceUid);

    private static bool Differ(string one, string other) => one.Length > 0 && other.Length > 0 && one != other;
}

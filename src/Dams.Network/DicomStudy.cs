using System;

namespace Dams.Network;

/// <summary>A study that an archive has: the patient's own, to be kept where the source may be.</summary>
/// <param name="Archive">Who has it.</param>
/// <param name="StudyInstanceUID">Which it is.</param>
/// <param name="PatientID">The patient: the MRN.</param>
/// <param name="AccessionNumber">The number of its order.</param>
/// <param name="StudyDate">Its day as YYYYMMDD.</param>
/// <param name="StudyDescription">What was examined.</param>
/// <param name="ModalitiesInStudy">The modalities of its series, where the archive says so.</param>
/// <param name="SeriesCount">Number of its series; null where the archive does not say.</param>
/// <param name="InstanceCount">Number of its instances; null where the archive does not say.</param>
public sealed record DicomStudy(
    DicomArchive Archive,
    string StudyInstanceUID,
    string PatientID,
    string AccessionNumber,
    string StudyDate,
    string StudyDescription,
    string[] ModalitiesInStudy,
    int? SeriesCount,
    int? InstanceCount)
{
    /// <summary><see cref="StudyDate"/>, to compare it with dates; null where it is no day.</summary>
    public DateTime? StudyDay => DicomDate.TryParse(StudyDate, out var day) ? day : null;

    /// <summary>Where it is: nothing of the patient.</summary>
    public override string ToString() => $"A study at {Archive}";
}

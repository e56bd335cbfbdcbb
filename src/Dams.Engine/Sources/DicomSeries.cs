using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning;
using Dams.Subjects;

namespace Dams;

/// <summary>
/// The instances of one series of one patient that were found in some folders. The attributes of patient, study and series
/// are those of the first instance: text without padding, empty where the instance has no value.
/// </summary>
public sealed class DicomSeries : IInstanceFiles
{
    internal DicomSeries()
    {
    }

#pragma warning disable CS1591 // Each is the attribute of the same keyword.
    public string PatientID { get; internal init; } = "";

    public string PatientName { get; internal init; } = "";

    public string PatientBirthDate { get; internal init; } = "";

    public string PatientSex { get; internal init; } = "";

    public string StudyInstanceUID { get; internal init; } = "";

    public string StudyDate { get; internal init; } = "";

    public string StudyDescription { get; internal init; } = "";

    public string SeriesInstanceUID { get; internal init; } = "";

    public int? SeriesNumber { get; internal init; }

    public string SeriesDescription { get; internal init; } = "";

    public string Modality { get; internal init; } = "";

    public string SOPClassUID { get; internal init; } = "";

    public string FrameOfReferenceUID { get; internal init; } = "";
#pragma warning restore CS1591

    /// <summary>The earliest date on which an instance of the series was made, as YYYYMMDD; empty where no instance has one.</summary>
    public string CTDate { get; internal init; } = "";

    /// <summary>Millimetres.</summary>
    public double? SliceThickness { get; internal init; }

    /// <summary>Number of files.</summary>
    public int InstanceCount => Sources.Count;

    /// <summary>Bytes of all files.</summary>
    public long Length { get; internal init; }

    /// <summary>The folder that holds all files.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The files, in the order of their paths.</summary>
    public IReadOnlyList<string> Files => field ??= Sources.Select(source => source.Path).ToArray();

    /// <summary>The folders that the user named and in which the files were found; none where the files were named themselves.</summary>
    public IReadOnlyList<string> Roots { get; private init; } = [];

    /// <summary><see cref="CTDate"/>, to compare it with dates; null where it is no day.</summary>
    public DateTime? CTDay => DicomDate.TryParse(CTDate, out var day) ? day : null;

    /// <summary><see cref="StudyDate"/>, to compare it with dates; null where it is no day.</summary>
    public DateTime? StudyDay => DicomDate.TryParse(StudyDate, out var day) ? day : null;

    /// <summary><see cref="PatientBirthDate"/>, to compare it with dates; null where it is no day.</summary>
    public DateTime? PatientBirthDay => DicomDate.TryParse(PatientBirthDate, out var day) ? day : null;

    /// <summary>(0010,0021): PatientID is unique only together with it.</summary>
    internal string IssuerOfPatientID { get; init; } = "";

    /// <summary>Those whom instances of its study name, as far as they were found together with it.</summary>
    internal IReadOnlyCollection<PatientIdentity> PatientsOfStudy { get; init; } = [];

    /// <summary>The PatientID of its patient: its own, or else the one of its study; empty where neither says whose it is.</summary>
    internal string OwnerID => PatientID.Length > 0 ? PatientID : StudyPatients.SoleID(PatientsOfStudy) ?? "";

    /// <summary>The identifying values of all instances of its patient that were indexed together with it.</summary>
    internal KnownValues? Known { get; init; }

    /// <summary>Whether its first instance says that it was de-identified, so that it names a pseudonym.</summary>
    internal bool IsIdentityRemoved { get; init; }

    /// <summary>Whether its instances name several birth dates.</summary>
    internal bool HasSeveralBirthDates { get; init; }

    /// <summary>The files with the folders that the user named and in which they were found.</summary>
    internal IReadOnlyList<SourceFile> Sources
    {
        get;
        init
        {
            field = value;
            Roots = value.Select(source => source.Root).Where(root => root.Length > 0).Distinct().ToArray();
        }
    } = [];
}

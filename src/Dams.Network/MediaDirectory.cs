namespace Dams.Network;

/// <summary>A media directory that was made.</summary>
/// <param name="Path">The folder that holds the DICOMDIR.</param>
/// <param name="PatientCount">Number of patients in it.</param>
/// <param name="SeriesCount">Number of series in it.</param>
/// <param name="InstanceCount">Number of instances in it.</param>
/// <param name="FailedCount">Number of files that are not in it.</param>
public sealed record MediaDirectory(string Path, int PatientCount, int SeriesCount, int InstanceCount, int FailedCount);

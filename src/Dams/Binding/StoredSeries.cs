using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>
/// Series that went through a job, a remote session, a file or Select-Object. They are read again, all of them together,
/// since files of one patient tell of each other.
/// </summary>
internal sealed class StoredSeries
{
    private readonly List<string> _files = [];
    private readonly List<string> _roots = [];
    private readonly Dictionary<string, GivenIdentity> _given = [];
    private readonly List<(string Path, string SeriesUid, string StudyUid, string PatientID, GivenIdentity Given)> _rows = [];

    /// <summary>Whether a row, such as one of a CSV, is a series without its files: it names its folder and its UID.</summary>
    public static bool IsOne(PSObject given) => given.BaseObject is not IInstanceFiles && Text(given, nameof(DicomSeries.SeriesInstanceUID)).Length > 0
        && Text(given, nameof(DicomSeries.Path)).Length > 0;

    /// <summary>Takes in a series.</summary>
    public void Add(PSObject given, GivenIdentity identity)
    {
        if (SeriesFiles.Find(given) is not { } files)
        {
            _rows.Add((Text(given, nameof(DicomSeries.Path)), Text(given, nameof(DicomSeries.SeriesInstanceUID)),
                Text(given, nameof(DicomSeries.StudyInstanceUID)), Text(given, nameof(DicomSeries.PatientID)), identity));
            return;
        }
        _files.AddRange(files);
        _roots.AddRange(SeriesFiles.FindRoots(given).Except(_roots));
        foreach (var file in files)
            _given[file] = identity;
    }

    /// <summary>The series as they are in their files, each with what was given for it.</summary>
    public IEnumerable<(DicomSeries Series, GivenIdentity Given)> Read(RunContext context)
    {
        if (_files.Count > 0)
        {
            foreach (var series in SeriesIndex.Read(_files, _roots, context))
                yield return (series, _given[series.Files[0]]);
        }
        if (_rows.Count == 0)
            yield break;
        var all = SeriesIndex.Read([.. _rows.Select(row => row.Path).Distinct()], context);
        foreach (var row in _rows)
        {
            var found = all.Where(series => series.SeriesInstanceUID == row.SeriesUid
                && (row.StudyUid.Length == 0 || series.StudyInstanceUID == row.StudyUid)
                && (row.PatientID.Length == 0 || series.PatientID == row.PatientID)).ToArray();
            if (found.Length == 0)
                context.Listener.Fail(new FileFailure("A series", row.Path, PatientListErrors.NoSuchSeries()));
            foreach (var series in found)
                yield return (series, row.Given);
        }
    }

    private static string Text(PSObject given, string property) =>
        LanguagePrimitives.ConvertTo<string>(new RowValues(given).Value(property)) ?? "";
}

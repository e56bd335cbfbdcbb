using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace Dams.Cli.Output;

/// <summary>A list of series as CSV in UTF-8, readable by its owner only since it names patients.</summary>
internal static class SeriesTable
{
    private static readonly (string Title, Func<DicomSeries, object?> Value)[] Columns =
    [
        ("PatientID", series => series.PatientID),
        ("PatientName", series => series.PatientName),
        ("PatientBirthDate", series => series.PatientBirthDate),
        ("PatientSex", series => series.PatientSex),
        ("CTDate", series => series.CTDate),
        ("StudyDate", series => series.StudyDate),
        ("StudyDescription", series => series.StudyDescription),
        ("SeriesNumber", series => series.SeriesNumber),
        ("SeriesDescription", series => series.SeriesDescription),
        ("Modality", series => series.Modality),
        ("SliceThickness", series => series.SliceThickness),
        ("InstanceCount", series => series.InstanceCount),
        ("Length", series => series.Length),
        ("StudyInstanceUID", series => series.StudyInstanceUID),
        ("SeriesInstanceUID", series => series.SeriesInstanceUID),
        ("SOPClassUID", series => series.SOPClassUID),
        ("FrameOfReferenceUID", series => series.FrameOfReferenceUID),
        ("Path", series => series.Path),
    ];

    /// <summary>Refuses a place at which the list cannot be, before the series are read, which takes long.</summary>
    /// <exception cref="DamsException">A folder, a pipe or another list is there.</exception>
    public static void Check(string path) =>
        Try(path, () => CsvText.CheckReplaceable(path, Array.ConvertAll(Columns, column => column.Title)));

    /// <exception cref="DamsException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<DicomSeries> series)
    {
        Check(path);
        Try(path, () => PrivateFile.Write(path, stream => Write(stream, series), replace: true));
    }

    private static void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableList(path, e);
        }
    }

    private static void Write(Stream stream, IReadOnlyList<DicomSeries> series)
    {
        // Excel takes a file without a byte order mark for one of the local code page.
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        CsvText.Write(writer, Array.ConvertAll(Columns, column => column.Title));
        foreach (var one in series)
            CsvText.Write(writer, Array.ConvertAll(Columns, column => CellOf(column.Value(one))));
    }

    private static string CellOf(object? value) =>
        SpreadsheetCell.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}

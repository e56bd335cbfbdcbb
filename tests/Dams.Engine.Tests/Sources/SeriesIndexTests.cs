using System;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Sources;

public sealed class SeriesIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_series_says_what_its_first_instance_says()
    {
        _folder.Write("2", CT.Slice(number: 2, more: instance => instance.Text("SeriesDescription", "other")));
        var first = _folder.Write("1", CT.Slice(more: instance => instance.Text("FrameOfReferenceUID", "1.2.3.9")));

        var series = Assert.Single(Batch.Index(_listener, _folder.Path));

        Assert.Equal("MRN-4711", series.PatientID);
        Assert.Equal("Muster^Erika", series.PatientName);
        Assert.Equal("19520817", series.PatientBirthDate);
        Assert.Equal("F", series.PatientSex);
        Assert.Equal("1.2.3", series.StudyInstanceUID);
        Assert.Equal("20240311", series.StudyDate);
        Assert.Equal("CT Abdomen Muster", series.StudyDescription);
        Assert.Equal("1.2.3.1", series.SeriesInstanceUID);
        Assert.Equal(3, series.SeriesNumber);
        Assert.Equal("venous", series.SeriesDescription);
        Assert.Equal("CT", series.Modality);
        Assert.Equal(FileBuilder.CTImageStorage, series.SOPClassUID);
        Assert.Equal("1.2.3.9", series.FrameOfReferenceUID);
        Assert.Equal(2.5, series.SliceThickness);
        Assert.Equal(2, series.InstanceCount);
        Assert.Equal(new FileInfo(first).Length + new FileInfo(_folder["2"]).Length, series.Length);
        Assert.Equal([first, _folder["2"]], series.Files);
        Assert.Equal(_folder.Path, series.Path);
    }

    [Fact]
    public void One_series_UID_of_two_patients_is_two_series()
    {
        _folder.Write("1", CT.Slice("MRN-1"));
        _folder.Write("2", CT.Slice("MRN-2"));
        _folder.Write("3", CT.Slice("MRN-2", more: instance => instance.Text("IssuerOfPatientID", "Klinik")));
        _folder.Write("4", CT.Slice("MRN-2", study: "1.2.4"));

        Assert.Equal(4, Batch.Index(_listener, _folder.Path).Count);
    }

    [Fact]
    public void A_series_over_several_folders_is_one()
    {
        _folder.Write(Path.Combine("a", "x", "1"), CT.Slice(number: 1));
        _folder.Write(Path.Combine("a", "y", "2"), CT.Slice(number: 2));
        _folder.Write(Path.Combine("a", "x", "other"), CT.Slice(series: "1.2.3.2"));
        _folder.Write("3", CT.Slice(number: 3));

        var series = Batch.Index(_listener, _folder.Path, _folder["a"]);

        Assert.Equal(2, series.Count);
        Assert.Equal(3, series[0].InstanceCount);
        Assert.Equal(_folder.Path, series[0].Path);
        Assert.Equal(_folder[Path.Combine("a", "x")], series[1].Path);
    }

    [Fact]
    public void Series_come_in_the_order_of_their_first_files_whatever_the_number_of_workers()
    {
        for (var i = 0; i < 60; i++)
            _folder.Write($"{i:D3}", CT.Slice(series: $"1.2.3.{(i * 7) % 13}", number: i));

        var one = SeriesIndex.Read([_folder.Path], new RunContext(_listener) { Workers = 1 });
        var eight = SeriesIndex.Read([_folder.Path], new RunContext(_listener) { Workers = 8 });

        Assert.Equal(13, one.Count);
        Assert.Equal(one.SelectMany(series => series.Files), eight.SelectMany(series => series.Files));
        Assert.Equal(one.Select(series => series.Files[0]).Order(StringComparer.Ordinal), one.Select(series => series.Files[0]));
    }

    [Fact]
    [CoversError("NotDicom")]
    [CoversError("DicomDirectory")]
    public void What_is_no_instance_is_counted_and_told_and_no_failure()
    {
        _folder.Write("1", CT.Slice());
        _folder.Write("readme.txt", "Scans of Muster, Erika"u8.ToArray());
        _folder.Write("scan.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70, 0, 1]);
        _folder.Write("DICOMDIR", FileBuilder.Build(
            Syntax.ExplicitLittle, dataset => dataset.Text("FileSetID", "MUSTER").Sequence("DirectoryRecordSequence"), "1.2.840.10008.1.3.10"));

        Assert.Single(Batch.Index(_listener, _folder.Path));

        Assert.Empty(_listener.Failures);
        Assert.Equal(["NotDicom", "DicomDirectory"], _listener.Warnings.Select(warning => warning.Id));
        Assert.StartsWith("2 files are", _listener.Warnings[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("1 DICOMDIR was", _listener.Warnings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    [CoversError("EmptyFile")]
    public void Broken_files_are_told_one_by_one()
    {
        _folder.Write("0", []);
        _folder.Write("1", CT.Slice());
        _folder.Write("2", CT.Slice()[..300]);

        Assert.Single(Batch.Index(_listener, _folder.Path));

        Assert.Equal(["EmptyFile", "TruncatedElement"], _listener.Failures.Select(failure => failure.Error.Id));
        Assert.Equal(["File 1", "File 3"], _listener.Failures.Select(failure => failure.Item));
    }

    [Fact]
    [CoversError("UnreadableFile")]
    public void A_file_that_another_program_holds_open_is_told()
    {
        var path = _folder.Write("1", CT.Slice());
        _folder.Write("2", CT.Slice(number: 2));
        using var held = ExclusiveFile.Open(path);

        Assert.Single(Assert.Single(Batch.Index(_listener, _folder.Path)).Files);

        Assert.Equal("UnreadableFile", Assert.Single(_listener.Failures).Error.Id);
    }

    [Fact]
    public void An_empty_folder_has_no_series_and_no_failure()
    {
        Assert.Empty(Batch.Index(_listener, _folder.Path));
        Assert.Empty(_listener.Failures);
        Assert.Empty(_listener.Warnings);
    }

    [Fact]
    public void A_stop_is_heard()
    {
        for (var i = 0; i < 20; i++)
            _folder.Write($"{i}", CT.Slice(number: i));
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => SeriesIndex.Read([_folder.Path], new RunContext(_listener, stop.Token) { Workers = 2 }));
    }

    [Fact]
    public void Pixel_data_are_not_read()
    {
        // The pixel data end before their length says: only who reads them can know.
        var bytes = CT.Slice();
        _folder.Write("1", bytes[..^4]);

        Assert.Single(Batch.Index(_listener, _folder.Path));
        Assert.Empty(_listener.Failures);
    }
}

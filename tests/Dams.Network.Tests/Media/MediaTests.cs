using System;
using System.IO;
using System.Linq;
using Dams.Network.Media;
using Dams.Network.Tests.Partners;
using Dams.Network.Tests.Support;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Media;

/// <summary>A media directory, which DCMTK reads.</summary>
public sealed class MediaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordingListener _listener = new();

    public void Dispose() => _folder.Dispose();

    [PartnerFact("dcmdump")]
    public void Every_instance_is_copied_as_it_is_and_listed()
    {
        var files = Instances.WriteSeries(_folder, 3).Concat(Instances.WriteSeries(_folder, 2, series: "1.2.3.2")).ToArray();

        var made = Write(files);

        Assert.Equal((1, 2, 5, 0), (made.PatientCount, made.SeriesCount, made.InstanceCount, made.FailedCount));
        var (code, listed) = Program.Run("dcmdump", _folder.Path, "+P", "ReferencedFileID", _folder["out/DICOMDIR"]);
        Assert.Equal(0, code);
        var copies = Directory.GetFiles(_folder["out/DICOM"], "*", SearchOption.AllDirectories);
        Assert.Equal(files.Select(File.ReadAllBytes).Select(Convert.ToHexString).Order(), copies.Select(File.ReadAllBytes).Select(Convert.ToHexString).Order());
        Assert.All(copies, copy => Assert.Contains(
            Path.GetRelativePath(_folder["out"], copy).Replace(Path.DirectorySeparatorChar, '\\'), listed, StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_show_that_it_was_protected_is_not_listed()
    {
        Assert.Equal((0, 1), Write([.. Instances.WriteSeries(_folder, 1, isProtected: false)]) is var made ? (made.InstanceCount, made.FailedCount) : default);
        Assert.Equal("NotProtected", Assert.Single(_listener.Failures).Error.Id);
        Assert.False(File.Exists(_folder["out/DICOMDIR"]));
    }

    [Fact]
    [CoversError("DirectoryThere")]
    public void A_media_directory_that_is_there_is_not_added_to()
    {
        var files = Instances.WriteSeries(_folder, 1).ToArray();
        Write(files);

        Assert.Equal("DirectoryThere", Assert.Throws<DamsException>(() => Write(files)).Id);
    }

    [Fact]
    [CoversError("NotListable")]
    public void An_instance_is_listed_once()
    {
        var file = Instances.WriteSeries(_folder, 1)[0];
        File.Copy(file, _folder["again.dcm"]);

        Assert.Equal(1, Write([file, _folder["again.dcm"]]).FailedCount);
        Assert.Equal("NotListable", Assert.Single(_listener.Failures).Error.Id);
    }

    private MediaDirectory Write(string[] files) => new MediaWriter(_folder["out"], allowsIdentified: false, new RunContext(_listener))
        .Write([.. files.Select((file, i) => (new SourceFile("", file, i + 1), false))]);
}

using System;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Files;
using Dams.Protection.InPlace;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

public sealed class InPlaceTests : IDisposable
{
    private readonly BatchScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Files_are_replaced_under_their_names_by_what_a_run_to_a_destination_writes()
    {
        _scene.Write("a/IM1", number: 1);
        _scene.Write("a/IM2", number: 2);
        var apart = _scene.Run(_scene.ToDestination())[0].Files.Select(File.ReadAllBytes).ToArray();
        var result = Assert.Single(_scene.Run(_scene.InPlace()));
        Assert.Equal([_scene["source/a/IM1"], _scene["source/a/IM2"]], result.Files);
        Assert.Equal(apart, result.Files.Select(File.ReadAllBytes));
        Assert.Empty(_scene.Listener.Failures);
    }

    [Fact]
    public void Time_and_permissions_of_a_file_stay()
    {
        var path = _scene.Write("a/IM1");
        var written = new DateTime(2024, 3, 11, 10, 11, 12, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, written);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var before = File.ReadAllBytes(path);
        _scene.Run(_scene.InPlace());
        Assert.NotEqual(before, File.ReadAllBytes(path));
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
    }

    [RootFact]
    public void The_owner_of_a_file_stays()
    {
        var path = _scene.Write("a/IM1");
        Shell.Run("chown", "1234:2345", path);
        _scene.Run(_scene.InPlace());
        Assert.Equal("1234:2345", Shell.Run("stat", "-c", "%u:%g", path).Trim());
    }

    [Theory]
    [InlineData(ProfileBuilder.Basic)]
    [InlineData(ProfileBuilder.Encode)]
    public void A_second_run_with_the_same_key_changes_nothing(string profile)
    {
        _scene.WriteMany(patients: 2, slices: 3);
        _scene.Run(_scene.InPlace(profile));
        var once = BatchScene.Tree(_scene.Source);
        Assert.Empty(_scene.Run(_scene.InPlace(profile)));
        Assert.Equal(once, BatchScene.Tree(_scene.Source));
        Assert.Equal(6, _scene.Summary.Skipped);
        Assert.Contains(_scene.Listener.Warnings, warning => warning.Id == "ProtectedBefore");
    }

    [Fact]
    public void A_run_goes_on_where_one_was_stopped_and_takes_what_is_protected_for_no_second_patient()
    {
        _scene.WriteMany(patients: 1, slices: 4);
        var given = new GivenIdentity("S-1", "S-1", null);
        var whole = _scene["whole"];
        Directory.CreateDirectory(whole);
        var hidden = Directory.CreateDirectory(_scene["hidden"]).FullName;
        File.Move(_scene["source/p1/IM003"], Path.Combine(hidden, "IM003"));
        File.Move(_scene["source/p1/IM004"], Path.Combine(hidden, "IM004"));
        _scene.Run(_scene.InPlace(), given);
        File.Move(Path.Combine(hidden, "IM003"), _scene["source/p1/IM003"]);
        File.Move(Path.Combine(hidden, "IM004"), _scene["source/p1/IM004"]);
        var rest = Assert.Single(_scene.Run(_scene.InPlace(), given));
        Assert.Equal(2, rest.InstanceCount);
        Assert.Equal(2, _scene.Summary.Skipped);
        Assert.Empty(_scene.Listener.Failures);
        Assert.Single(SeriesIndex.Read([_scene.Source], new RunContext(new RecordingListener()) { Workers = 2 }));
    }

    [Fact]
    public void Two_files_with_the_same_bytes_both_stay()
    {
        _scene.Write("a/IM1");
        _scene.Write("b/IM1");
        _scene.Run(_scene.InPlace());
        Assert.Equal(File.ReadAllBytes(_scene["source/a/IM1"]), File.ReadAllBytes(_scene["source/b/IM1"]));
    }

    [Theory]
    [InlineData("a/Muster_Erika.dcm")]
    [InlineData("MRN-4711/IM1")]
    public void A_name_that_holds_a_value_of_the_patient_is_told(string relative)
    {
        _scene.Write(relative);
        _scene.Run(_scene.InPlace());
        Assert.Contains(_scene.Listener.Warnings, warning => warning.Id == "TellingNames" && !warning.Message.Contains("Muster"));
    }

    [Fact]
    public void A_name_that_holds_nobody_is_not_told()
    {
        _scene.Write("a/IM1");
        _scene.Run(_scene.InPlace());
        Assert.DoesNotContain(_scene.Listener.Warnings, warning => warning.Id == "TellingNames");
    }

    [Fact]
    [CoversError("SourceIsLink")]
    public void A_link_is_left_as_it_is()
    {
        var path = _scene.Write("a/IM1");
        var outside = _scene["outside"];
        File.Move(path, outside);
        File.CreateSymbolicLink(path, outside);
        var before = File.ReadAllBytes(outside);
        _scene.Run(_scene.InPlace());
        Assert.Equal("SourceIsLink", Assert.Single(_scene.Listener.Failures).Error.Id);
        Assert.Equal(before, File.ReadAllBytes(outside));
        Assert.NotNull(new FileInfo(path).LinkTarget);
    }

    [Fact]
    [CoversError("SourceWritten")]
    public void A_file_that_something_wrote_to_meanwhile_is_left_as_it_is()
    {
        var path = _scene.Write("a/IM1");
        var stamp = FileStamp.Read(path);
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 3, 11, 10, 11, 12, DateTimeKind.Utc));
        var before = File.ReadAllBytes(path);
        using var file = DicomFile.Open(path);
        var error = Assert.Throws<DamsException>(
            () => new InPlaceWriter(_scene.InPlace()).Write(path, stamp, file, new EditList(file), CancellationToken.None));
        Assert.Equal("SourceWritten", error.Id);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["IM1"], Directory.GetFiles(_scene["source/a"]).Select(Path.GetFileName));
    }

    [Fact]
    public void The_journal_says_nothing_to_those_who_lack_the_key()
    {
        _scene.Write("a/IM1");
        _scene.Run(_scene.InPlace());
        var line = Assert.Single(File.ReadAllLines(_scene["source/a/.dams-in-place"]));
        Assert.Matches("^[0-9A-F]{32}$", line);
        Assert.DoesNotContain(line, BatchScene.Tree(_scene.Source).Values);
    }
}

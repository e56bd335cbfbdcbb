using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Files;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Protection;

public sealed class ResumeTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly BatchScene _scene = new();

    private ProtectionOptions Resume => _scene.ToDestination() with { Resume = true };

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void What_is_finished_is_left_and_counted_and_still_told_as_a_result()
    {
        _scene.WriteMany(patients: 2, slices: 3);
        var once = _scene.Run(_scene.ToDestination());
        var tree = BatchScene.Tree(_scene.Destination);
        Age(tree.Keys);
        var again = _scene.Run(Resume);
        Assert.Equal(tree, BatchScene.Tree(_scene.Destination));
        Assert.All(tree.Keys, path => Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(Path.Combine(_scene.Destination, path))));
        Assert.Equal((6, 0, 0), (_scene.Summary.Skipped, _scene.Summary.Instances, _scene.Summary.Failed));
        Assert.Equal(once.SelectMany(series => series.Files), again.SelectMany(series => series.Files));
        Assert.Equal(once.Select(series => series.InstanceCount), again.Select(series => series.InstanceCount));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("cut off")]
    [InlineData("other bytes")]
    public void What_is_not_as_this_run_would_write_it_is_written_anew_and_nothing_else(string how)
    {
        _scene.WriteMany(patients: 1, slices: 3);
        _scene.Run(_scene.ToDestination());
        var tree = BatchScene.Tree(_scene.Destination);
        var path = Path.Combine(_scene.Destination, tree.Keys.First());
        var bytes = File.ReadAllBytes(path);
        if (how == "gone")
            File.Delete(path);
        else if (how == "cut off")
            File.WriteAllBytes(path, bytes[..^5]);
        else
            File.WriteAllBytes(path, [.. bytes[..400], (byte)~bytes[400], .. bytes[401..]]);
        _scene.Run(Resume);
        Assert.Equal(tree, BatchScene.Tree(_scene.Destination));
        Assert.Equal((2, 1), (_scene.Summary.Skipped, _scene.Summary.Instances));
    }

    [Fact]
    public void Output_of_another_profile_is_replaced()
    {
        _scene.WriteMany(patients: 1, slices: 3);
        _scene.Run(_scene.ToDestination());
        var basic = BatchScene.Tree(_scene.Destination);
        var other = ProfileBuilder.Build(new ProfileRequest(
            ProfileBuilder.Basic, [], ["SliceThickness"], [], new Dictionary<string, string>()));
        _scene.Run(Resume with { Profile = other });
        var replaced = BatchScene.Tree(_scene.Destination);
        Assert.Equal(basic.Keys, replaced.Keys);
        Assert.Empty(basic.Values.Intersect(replaced.Values));
        Assert.Equal((0, 3, 0), (_scene.Summary.Skipped, _scene.Summary.Instances, _scene.Summary.Failed));
    }

    [Fact]
    public void A_source_that_changed_in_its_pixels_comes_out()
    {
        var path = _scene.Write("a/IM1");
        _scene.Run(_scene.ToDestination());
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 0xFF;
        File.WriteAllBytes(path, bytes);
        var result = Assert.Single(_scene.Run(Resume));
        Assert.Equal(bytes[^8..], File.ReadAllBytes(Assert.Single(result.Files))[^8..]);
        Assert.Equal((0, 1), (_scene.Summary.Skipped, _scene.Summary.Instances));
    }

    [Fact]
    public void With_the_structure_of_the_source_changed_pixels_are_seen_too()
    {
        var path = _scene.Write("a/IM1");
        var keep = _scene.ToDestination() with { KeepStructure = true };
        _scene.Run(keep);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 0xFF;
        File.WriteAllBytes(path, bytes);
        _scene.Run(keep with { Resume = true });
        Assert.Equal(bytes[^8..], File.ReadAllBytes(Path.Combine(_scene.Destination, "a", "IM1"))[^8..]);
        _scene.Run(keep with { Resume = true });
        Assert.Equal(1, _scene.Summary.Skipped);
    }

    [Fact]
    public void Files_with_one_instance_uid_and_other_bytes_are_told_apart()
    {
        _scene.Write("a/IM1");
        var bytes = File.ReadAllBytes(_scene["source/a/IM1"]);
        bytes[^1] ^= 0xFF;
        _scene.WriteBytes("a/IM2", bytes);
        _scene.Run(_scene.ToDestination());
        var tree = BatchScene.Tree(_scene.Destination);
        Assert.Equal(2, tree.Count);
        File.Delete(Path.Combine(_scene.Destination, tree.Keys.Last()));
        _scene.Run(Resume);
        Assert.Equal(tree, BatchScene.Tree(_scene.Destination));
        Assert.Equal((1, 1), (_scene.Summary.Skipped, _scene.Summary.Instances));
    }

    [Fact]
    public void What_a_run_that_died_was_writing_goes_and_what_a_living_one_writes_stays()
    {
        _scene.Write("a/IM1");
        var folder = Assert.Single(_scene.Run(_scene.ToDestination())).Path;
        using var target = TargetFile.Create(folder);
        var living = Path.GetFileName(target.PartialPath).Split('-');
        var dead = Path.Combine(folder, $"{living[0]}-{int.MaxValue - 1}-{Guid.NewGuid():N}-1.dams-partial");
        var silent = Path.Combine(folder, $".0123456789abcdef-1-{Guid.NewGuid():N}-1.dams-partial");
        var distant = Path.Combine(folder, $".0123456789abcdef-2-{Guid.NewGuid():N}-1.dams-partial");
        foreach (var path in new[] { dead, silent, distant })
            File.WriteAllText(path, "half");
        File.SetLastWriteTimeUtc(silent, DateTime.UtcNow.AddHours(-2));
        _scene.Run(Resume);
        Assert.Equal(
            new[] { target.PartialPath, distant }.Order(),
            Directory.GetFiles(folder, ".*.dams-partial").Order());
    }

    [Fact]
    public void What_a_run_in_place_that_died_left_beside_files_that_are_all_done_goes_with_the_next_run()
    {
        _scene.WriteMany(patients: 1, slices: 2);
        _scene.Run(_scene.InPlace());
        var folder = _scene["source/p1"];
        string machine;
        using (var target = TargetFile.Create(folder))
            machine = Path.GetFileName(target.PartialPath).Split('-')[0];
        File.WriteAllText(Path.Combine(folder, $"{machine}-{int.MaxValue - 1}-{Guid.NewGuid():N}-1.dams-partial"), "half");

        _scene.Run(_scene.InPlace() with { Resume = true });

        Assert.Equal(2, _scene.Summary.Skipped);
        Assert.Empty(Directory.GetFiles(folder, ".*.dams-partial"));
    }

    private void Age(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            File.SetLastWriteTimeUtc(Path.Combine(_scene.Destination, path), LongAgo);
    }
}

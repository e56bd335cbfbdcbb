using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Tests.Support;

/// <summary>Runs the whole job from folders to a destination, as the front doors do.</summary>
internal static class Batch
{
    public static readonly GivenIdentity Nothing = new(null, null, null);

    public static ProtectionOptions Options(string destination) => new(destination, Deidentified.Basic, TestKey.Key);

    public static IReadOnlyList<DicomSeries> Index(RecordingListener listener, params string[] paths) =>
        SeriesIndex.Read(paths, new RunContext(listener) { Workers = 2 });

    public static IReadOnlyList<DicomSeries> Index(params string[] paths) => Index(new RecordingListener(), paths);

    /// <summary>Protects what is in some folders.</summary>
    public static IReadOnlyList<ProtectedSeries> Run(ProtectionOptions options, RecordingListener listener, params string[] paths) =>
        Run(options, new RunContext(listener) { Workers = 2 }, paths);

    public static IReadOnlyList<ProtectedSeries> Run(ProtectionOptions options, RunContext context, params string[] paths) =>
        Run(options, context, SeriesIndex.Read(paths, context), Nothing);

    public static IReadOnlyList<ProtectedSeries> Run(
        ProtectionOptions options, RecordingListener listener, IReadOnlyList<DicomSeries> series, GivenIdentity given) =>
        Run(options, new RunContext(listener) { Workers = 2 }, series, given);

    /// <summary>Protects series that were found before; some results are ready while others are added.</summary>
    public static List<ProtectedSeries> Run(ProtectionOptions options, RunContext context, IReadOnlyList<DicomSeries> series, GivenIdentity given)
    {
        using var run = new ProtectionRun(options, context);
        var results = new List<ProtectedSeries>();
        foreach (var one in series)
            results.AddRange(run.Add(one, given));
        results.AddRange(run.Complete());
        return results;
    }

    /// <summary>The files below a folder, by their path from it, with their bytes.</summary>
    public static SortedDictionary<string, byte[]> Tree(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes),
        StringComparer.Ordinal);

    public static void AssertSameTree(string expected, string actual)
    {
        var (one, other) = (Tree(expected), Tree(actual));
        Xunit.Assert.Equal(one.Keys, other.Keys);
        Xunit.Assert.All(one, pair => Xunit.Assert.True(pair.Value.AsSpan().SequenceEqual(other[pair.Key]), pair.Key));
    }
}

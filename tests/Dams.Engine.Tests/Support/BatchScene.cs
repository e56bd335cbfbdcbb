using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;

namespace Dams.Tests.Support;

/// <summary>A source of people who do not exist, a key, and runs over them.</summary>
public sealed class BatchScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BatchScene()
    {
        Directory.CreateDirectory(Source);
        ProtectionKey.Create(KeyPath, replace: false);
        Key = ProtectionKey.Read(KeyPath);
    }

    public RecordingListener Listener { get; private set; } = new();

    public ProtectionKey Key { get; }

    public string KeyPath => _folder[Path.Combine("private", "protection.key")];

    public string Source => _folder["source"];

    public string Destination => _folder["destination"];

    public RunSummary Summary { get; private set; } = RunSummary.Empty;

    public string this[string relative] => _folder[relative];

    public static Profile Profile(string name = ProfileBuilder.Basic) =>
        ProfileBuilder.Build(new ProfileRequest(name, [], [], [], new Dictionary<string, string>()));

    /// <summary>Writes a slice into the source.</summary>
    public string Write(string relative, string patientId = "MRN-4711", int number = 1) => _folder.Write(
        Path.Combine("source", relative),
        FileBuilder.Build(
            Syntax.ExplicitLittle, dataset => FileBuilder.WriteCT(dataset, patientId, $"1.2.3.4.{number}", number), instance: $"1.2.3.4.{number}"));

    /// <summary>Writes bytes into the source.</summary>
    public string WriteBytes(string relative, byte[] bytes) => _folder.Write(Path.Combine("source", relative), bytes);

    /// <summary>Some patients with some slices each.</summary>
    public void WriteMany(int patients, int slices)
    {
        for (var patient = 1; patient <= patients; patient++)
        {
            for (var slice = 1; slice <= slices; slice++)
                Write(Path.Combine($"p{patient}", $"IM{slice:D3}"), $"MRN-{patient}", (patient * 1000) + slice);
        }
    }

    /// <summary>Patients with slices of 5 MB, so that there is time to stop a run amid its work.</summary>
    public void WriteLarge(string folder = "p", int patients = 3, int slices = 60)
    {
        for (var slice = 1; slice <= slices; slice++)
        {
            WriteBytes($"{folder}{slice % patients}/IM{slice:D3}", FileBuilder.Build(
                Syntax.ExplicitLittle,
                dataset => FileBuilder.WriteCT(dataset, $"MRN-{slice % patients}", $"1.2.3.4.{slice}", slice, 5_000_000)));
        }
    }

    public ProtectionOptions ToDestination() => new(Destination, Profile(), Key);

    public ProtectionOptions InPlace(string profile = ProfileBuilder.Basic) =>
        new("", Profile(profile), Key) { InPlace = true };

    /// <summary>Indexes the source and protects all of it.</summary>
    public IReadOnlyList<ProtectedSeries> Run(
        ProtectionOptions options, GivenIdentity? given = null, CancellationToken cancellation = default)
    {
        Listener = new RecordingListener();
        var results = new List<ProtectedSeries>();
        var context = new RunContext(Listener, cancellation) { Workers = 2 };
        using var run = new ProtectionRun(options, context);
        foreach (var series in SeriesIndex.Read([Source], context))
            results.AddRange(run.Add(series, given ?? new GivenIdentity(null, null, null)));
        results.AddRange(run.Complete());
        Summary = run.Summary;
        return results;
    }

    /// <summary>Every file below a folder, hidden ones too, with a hash of its bytes.</summary>
    public static SortedDictionary<string, string> Tree(string folder) => new(
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .ToDictionary(path => Path.GetRelativePath(folder, path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Benchmark;

/// <summary>Makes the instances, protects them as one batch, and scores what came out.</summary>
internal static class BenchmarkRun
{
    private static readonly ProfileOption[] Options =
        [ProfileOption.CleanStructuredContent, ProfileOption.CleanGraphics, ProfileOption.CleanPixelData];

    public static BenchmarkScore Run(int seed)
    {
        var random = new Random(seed);
        var instances = People.All.SelectMany((person, number) => new Studies(person, number, random).All()).ToArray();
        using var folder = new TemporaryFolder();
        foreach (var (instance, number) in instances.Select((instance, number) => (instance, number)))
            folder.Write(Path.Combine("source", $"{number:0000}.dcm"), instance.Bytes);
        var profile = ProfileBuilder.Build(new ProfileRequest(ProfileBuilder.Research, Options, [], [], new Dictionary<string, string>()));
        var listener = new RecordingListener();
        Batch.Run(new ProtectionOptions(folder["out"], profile, TestKey.Key), listener, folder["source"]);
        var outputs = Batch.Tree(folder["out"]).Values.Select(FileReading.Parse).ToDictionary(file => file.Find("SOPInstanceUID")!.Text);
        return Score(instances, outputs);
    }

    private static BenchmarkScore Score(IReadOnlyList<PlantedInstance> instances, Dictionary<string, FileReading> outputs)
    {
        var (score, uids, moved) = (new BenchmarkScore(), new UidLedger(), new Dictionary<Person, int>());
        foreach (var instance in instances)
        {
            if (!outputs.TryGetValue(TestKey.NewUid(instance.Uid), out var file))
            {
                score.AddMissing(instance);
                continue;
            }
            if (!moved.TryGetValue(instance.Person, out var days))
                moved.Add(instance.Person, days = DaysMoved(instance.Person, file));
            score.Add(instance, new Output(file, instance.Person, days, uids));
        }
        score.Moved = [.. moved.Values];
        return score;
    }

    private static int DaysMoved(Person person, FileReading file) =>
        DateTime.TryParseExact(file.Find("StudyDate")?.Text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day - person.Study).Days
            : 0;
}

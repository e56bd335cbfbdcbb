using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Corpus;

public sealed class BasicTests
{
    [CorpusFact]
    public void No_value_that_goes_occurs_in_the_output()
    {
        var problems = new List<string>();
        foreach (var (name, source, output) in Outputs())
        {
            var reading = FileReading.Parse(output);
            var comparison = BasicComparison.Compare(FileReading.Parse(source), reading, Deidentified.Identity);
            var kept = comparison.Kept.Select(element => element.Raw).ToArray();
            foreach (var value in comparison.Removed.Where(element => element.Items is null).SelectMany(Words).Distinct())
            {
                // Digits of a time also stand in the 39 of a new UID by chance.
                var isChance = value.StartsWith("1.2.840.10008.", StringComparison.Ordinal)
                    || comparison.NewUids.Exists(uid => uid.Contains(value, StringComparison.Ordinal));
                if (!isChance && !IsOurs(value) && Contains(reading.Bytes, value) && !kept.Any(bytes => Contains(bytes, value)))
                    problems.Add($"{name}: a value of {value.Length} characters");
            }
        }
        Problems.AssertNone(problems);
    }

    [CorpusFact]
    public void A_second_run_gives_the_same_bytes()
    {
        foreach (var (name, source, output) in Outputs())
            Assert.True(output.SequenceEqual(Deidentified.Bytes(source)), name);
    }

    [CorpusFact]
    public void The_head_follows_the_dataset_and_says_nothing_else()
    {
        string[] allowed = ["0002,0000", "0002,0001", "0002,0002", "0002,0003", "0002,0010", "0002,0012", "0002,0013"];
        foreach (var (name, _, output) in Outputs())
        {
            var file = FileReading.Parse(output);
            Assert.True(output.AsSpan(0, 128).IndexOfAnyExcept((byte)0) < 0, name);
            Assert.Empty(file.Meta.Select(element => element.Name).Except(allowed));
            if (file.Find("SOPInstanceUID") is { } instance)
                Assert.Equal(instance.Text, FileReading.Find(file.Meta, "MediaStorageSOPInstanceUID")?.Text);
            Assert.Equal(file.DatasetEnd, file.Bytes.Length);
        }
    }

    internal static IEnumerable<(string Name, byte[] Source, byte[] Output)> Outputs()
    {
        foreach (var path in CorpusFiles.All)
        {
            var source = File.ReadAllBytes(path);
            byte[] output;
            try
            {
                output = Deidentified.Bytes(source);
            }
            catch (DamsException)
            {
                continue;
            }
            yield return (Path.GetFileName(path), source, output);
        }
    }

    private static IEnumerable<string> Words(ElementReading element) => BasicFates.VrOf(element) is "OB" or "OW" or "UN"
        ? []
        : Encoding.Latin1.GetString(element.Value).Split('\\').Select(word => word.Trim(' ', '\0')).Where(word => word.Length >= 4);

    private static bool IsOurs(string value) => "REMOVED 19000101000000".Contains(value, StringComparison.Ordinal);

    private static bool Contains(byte[] bytes, string value) => bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(value)) >= 0;
}

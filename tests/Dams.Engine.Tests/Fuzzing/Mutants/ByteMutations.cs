using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>What disks, lines and other programs do to bytes.</summary>
internal static class ByteMutations
{
    public static Action<FuzzFile, Random>[] All { get; } = [Truncate, Noise, Noise, NoiseInDataset, CutOut, Insert, Zeros, Tail, Tail, LineEnds, TwoFiles];

    private static void Truncate(FuzzFile file, Random random)
    {
        var part = random.NextDouble();
        file.AtLast.Add(bytes => bytes[..(int)(part * bytes.Length)]);
    }

    private static void Noise(FuzzFile file, Random random) => file.AtLast.Add(Noisy(random));

    private static void NoiseInDataset(FuzzFile file, Random random) => file.AfterWriting.Add(Noisy(random));

    private static void CutOut(FuzzFile file, Random random)
    {
        var (part, length) = (random.NextDouble(), random.Pick(1, 2, 8, 100));
        file.AtLast.Add(bytes => [.. bytes.Take((int)(part * bytes.Length)), .. bytes.Skip((int)(part * bytes.Length) + length)]);
    }

    private static void Insert(FuzzFile file, Random random)
    {
        var (part, more) = (random.NextDouble(), random.Bytes(random.Pick(1, 2, 8, 100)));
        file.AfterWriting.Add(bytes => [.. bytes.Take((int)(part * bytes.Length)), .. more, .. bytes.Skip((int)(part * bytes.Length))]);
    }

    private static void Zeros(FuzzFile file, Random random)
    {
        var (part, length) = (random.NextDouble(), random.Pick(4, 16, 512));
        file.AtLast.Add(bytes =>
        {
            var changed = bytes.ToArray();
            changed.AsSpan((int)(part * bytes.Length)).Slice(0, Math.Min(length, bytes.Length - (int)(part * bytes.Length))).Clear();
            return changed;
        });
    }

    private static void Tail(FuzzFile file, Random random) => file.Tail = random.Pick(
        "\r\n"u8.ToArray(), "   "u8.ToArray(), new byte[random.Pick(1, 7, 8, 512)], [.. Enumerable.Repeat((byte)0xFF, 16)], random.Bytes(20),
        Encoding.ASCII.GetBytes($"written for {Markers.Next(random)}"), [0xFC, 0xFF, 0xFC, 0xFF, (byte)'O', (byte)'B', 0, 0, 0, 0, 0, 0]);

    private static void LineEnds(FuzzFile file, Random random) => file.AtLast.Add(bytes =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("\n", "\r\n", StringComparison.Ordinal)));

    private static void TwoFiles(FuzzFile file, Random random)
    {
        byte[] other = [.. new InstanceBuilder().Build()];
        file.AtLast.Add(bytes => [.. bytes, .. other]);
    }

    private static Func<byte[], byte[]> Noisy(Random random)
    {
        var changes = Enumerable.Range(0, random.Pick(1, 1, 2, 8, 40))
            .Select(_ => (Part: random.NextDouble(), Value: (byte)random.Pick(random.Next(256), 0, 0xFF, 1, 0x20))).ToArray();
        return bytes =>
        {
            var changed = bytes.ToArray();
            foreach (var (part, value) in changes.Where(_ => changed.Length > 0))
                changed[(int)(part * changed.Length)] = value;
            return changed;
        };
    }
}

using System;
using System.Linq;
using System.Text;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>Spoils a text that some program reads, with words that mean something to it.</summary>
internal sealed class BytesMutator(params string[] words)
{
    private const int MostMutations = 5;

    private static readonly string[] Strange =
        ["\0", "\uFEFF", "\u2028", "\uFFFF", "٤٧١١", "１２３", "İ", "🙂", "\r", "\t", "\"", "'", "\\", "-1", "1e999", "99999999999999999999", "NaN", "../", "CON", "%s", "=1+1"];

    /// <summary>A text of these bytes that something is wrong with.</summary>
    public byte[] Mutate(byte[] bytes, Random random)
    {
        for (var left = random.Next(1, MostMutations + 1); left > 0; left--)
            bytes = Once(bytes, random);
        return bytes;
    }

    private byte[] Once(byte[] bytes, Random random)
    {
        var (a, b) = (random.Next(bytes.Length + 1), random.Next(bytes.Length + 1));
        var (start, end) = (Math.Min(a, b), Math.Min(Math.Max(a, b), Math.Min(a, b) + random.Pick(1, 4, 20, 20, 200)));
        var span = bytes[start..end];
        return random.Next(12) switch
        {
            0 => With(bytes, start, end, []),
            1 => With(bytes, start, start, Repeat(span, random.Pick(1, 1, 2, 10, 1000))),
            2 or 3 => With(bytes, start, start, Word(random)),
            4 => With(bytes, start, end, Word(random)),
            5 => bytes[..start],
            6 or 7 => bytes.Length == 0 ? bytes : With(bytes, Math.Min(start, bytes.Length - 1), Math.Min(start, bytes.Length - 1) + 1, random.Bytes(1)),
            8 => With(bytes, start, start, random.Bytes(random.Pick(1, 8, 100))),
            9 => With(bytes, start, start, Repeat(Word(random), random.Pick(2, 100, 5000, 20_000))),
            10 => Recoded(bytes, random),
            _ => [.. bytes[start..], .. bytes[..start]],
        };
    }

    private byte[] Word(Random random) => Encoding.UTF8.GetBytes(random.Next(3) == 0 ? random.Pick(Strange) : random.Pick(words));

    private static byte[] Recoded(byte[] bytes, Random random)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var encoding = random.Pick(Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, Encoding.UTF8);
        return [.. random.Next(2) == 0 ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }

    private static byte[] With(byte[] bytes, int start, int end, byte[] middle) => [.. bytes[..start], .. middle, .. bytes[end..]];

    private static byte[] Repeat(byte[] bytes, int count) => [.. Enumerable.Repeat(bytes, count).SelectMany(one => one)];
}

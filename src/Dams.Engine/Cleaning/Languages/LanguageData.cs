using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Core;

namespace Dams.Cleaning.Languages;

/// <summary>
/// The tables of the languages: each has a folder of its own with files of the same names, in which a line is a kind and what
/// is of that kind.
/// </summary>
internal static class LanguageData
{
    /// <summary>The folders.</summary>
    public static readonly string[] Languages = ["en", "de", "fr", "es", "it", "ko", "ja", "zh"];

    // Many ask for a few lines each, and a text of every line would be most of what starting costs.
    private static readonly ConcurrentDictionary<string, byte[]> Tables = new(StringComparer.Ordinal);

    /// <summary>The lines of the files with a name, of all languages that have it.</summary>
    /// <param name="kinds">The kinds that are asked for; all where none is given.</param>
    public static IEnumerable<LanguageLine> Lines(string table, params string[] kinds) => Languages.SelectMany(language => Read(language, table, kinds));

    /// <summary>What is of some kinds, in all languages.</summary>
    public static IEnumerable<string> Words(string table, params string[] kinds) => Lines(table, kinds).Select(line => line.Words);

    /// <summary>What is of some kinds in one language; nothing where it has no such file.</summary>
    public static IEnumerable<string> WordsIn(string language, string table, params string[] kinds) => Read(language, table, kinds).Select(line => line.Words);

    private static IEnumerable<LanguageLine> Read(string language, string table, string[] kinds)
    {
        var bytes = Tables.GetOrAdd($"{language}/{table}.txt", name => EmbeddedText.Exists(name) ? EmbeddedText.Bytes(name) : []);
        var bytesOfKinds = Array.ConvertAll(kinds, Encoding.UTF8.GetBytes);
        for (int start = 0, end; start < bytes.Length; start = end + 1)
        {
            end = EndOf(bytes, start, (byte)'\n');
            var endOfKind = EndOf(bytes, start, (byte)' ');
            if (kinds.Length == 0)
                yield return new LanguageLine(language, Encoding.UTF8.GetString(bytes, start, endOfKind - start), WordsOf(bytes, endOfKind, end));
            else if (IndexOf(bytesOfKinds, bytes.AsSpan(start, endOfKind - start)) is >= 0 and var kind)
                yield return new LanguageLine(language, kinds[kind], WordsOf(bytes, endOfKind, end));
        }
    }

    private static int EndOf(byte[] bytes, int start, byte mark) => bytes.AsSpan(start).IndexOf(mark) is >= 0 and var length ? start + length : bytes.Length;

    private static int IndexOf(byte[][] kinds, ReadOnlySpan<byte> kind)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kind.SequenceEqual(kinds[i]))
                return i;
        }
        return -1;
    }

    private static string WordsOf(byte[] bytes, int endOfKind, int end) => Encoding.UTF8.GetString(bytes, endOfKind + 1, end - endOfKind - 1);
}

/// <summary>A line of a language's table.</summary>
/// <param name="Kind">Its first word.</param>
/// <param name="Words">What follows the kind.</param>
internal readonly record struct LanguageLine(string Language, string Kind, string Words);

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Files;

namespace Dams;

/// <summary>Comma-separated values (RFC 4180): fields in quotes where they need them, any line end when reading.</summary>
public static class CsvText
{
    private const string Separators = ",;\t|";

    /// <summary>The separator that occurs most often in the first line of a text, outside quotes: programs save the lists of their country.</summary>
    public static char FindSeparator(string text)
    {
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var character in text)
        {
            if (character == '"')
                isQuoted = !isQuoted;
            if (isQuoted)
                continue;
            if (character is '\r' or '\n')
                break;
            if (Separators.IndexOf(character) is >= 0 and var index)
                counts[index]++;
        }
        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>The records of a text, empty lines left out.</summary>
    public static IEnumerable<List<string>> Read(TextReader reader, char separator = ',')
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var (isQuoted, wasQuoted) = (false, false);
        while (true)
        {
            var next = reader.Read();
            var character = (char)next;
            if (isQuoted && next >= 0)
            {
                if (character != '"')
                    field.Append(character);
                else if (reader.Peek() == '"')
                    field.Append((char)reader.Read());
                else
                    isQuoted = false;
                continue;
            }
            if (character == '"' && next >= 0)
            {
                (isQuoted, wasQuoted) = (true, true);
                continue;
            }
            var endsRecord = next < 0 || character is '\r' or '\n';
            if (!endsRecord && character != separator)
            {
                field.Append(character);
                continue;
            }
            record.Add(field.ToString());
            field.Clear();
            if (endsRecord)
            {
                if (record.Count > 1 || record[0].Length > 0 || wasQuoted)
                    yield return record;
                record = [];
                wasQuoted = false;
            }
            if (next < 0)
                yield break;
        }
    }

    /// <summary>
    /// Refuses to replace what does not start with the titles of the list to be written, as Dams wrote them or as a
    /// spreadsheet saved them: with semicolons or tabs, in quotes.
    /// </summary>
    /// <param name="path">Where the list is to be.</param>
    /// <param name="titles">Its titles.</param>
    /// <exception cref="DamsException">There is such a file; <see cref="FileErrors.AnotherFileThere"/>.</exception>
    /// <exception cref="IOException">It cannot be read, or no file can be there.</exception>
    public static void CheckReplaceable(string path, IReadOnlyList<string> titles)
    {
        FilePath.EnsureCanBeFile(path);
        if (!File.Exists(path))
            return;
        using var reader = new StreamReader(RegularFile.OpenRead(path, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        // The titles are shorter; a key or an image may have no end of line for long.
        var start = new char[1024];
        using var text = new StringReader(new string(start, 0, reader.ReadBlock(start, 0, start.Length)));
        if (text.ReadLine() is { Length: > 0 } first && !first.Replace("\"", "").Split(Separators.ToCharArray()).SequenceEqual(titles))
            throw FileErrors.AnotherFileThere(path);
    }

    /// <summary>Writes one record.</summary>
    public static void Write(TextWriter writer, params string[] fields) => Write(writer, ',', fields);

    /// <summary>Writes one record with another separator.</summary>
    public static void Write(TextWriter writer, char separator, IReadOnlyList<string> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0)
                writer.Write(separator);
            var needsQuotes = fields[i].IndexOfAny([separator, '"', '\r', '\n']) >= 0 || fields[i].Trim() != fields[i];
            writer.Write(needsQuotes ? $"\"{fields[i].Replace("\"", "\"\"")}\"" : fields[i]);
        }
        writer.Write('\n');
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dams.Cli;

/// <summary>Reads which UIDs segmentations had and have, from what <c>dams link --json</c> has written.</summary>
internal static class RepairedSeriesFile
{
    /// <exception cref="DamsException">It cannot be read, or holds no such events.</exception>
    public static IReadOnlyList<RepairedSeries> Read(string path)
    {
        try
        {
            using var reader = new StreamReader(RegularFile.OpenRead(path, FileShare.Read));
            var lines = new List<JsonNode>();
            while (reader.ReadLine() is { } line)
                lines.Add(JsonNode.Parse(line) ?? throw CommandErrors.UnreadableRepairedSeries(null));
            // A run without segmentations has none of these, and a first event all the same.
            return lines.Count > 0 ? [.. lines.Where(line => (string?)line["event"] == "repaired").Select(Read)]
                : throw CommandErrors.UnreadableRepairedSeries(null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw CommandErrors.UnreadableRepairedSeries(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandErrors.UnreadableRepairedSeries(e);
        }
    }

    private static RepairedSeries Read(JsonNode line) => new(
        Text(line, "sourcePath"),
        Text(line, "path"),
        (string?)line["oldSeriesInstanceUID"],
        Text(line, "seriesInstanceUID"),
        (int)(line["seriesNumber"] ?? throw CommandErrors.UnreadableRepairedSeries(null)),
        (int)(line["instanceCount"] ?? throw CommandErrors.UnreadableRepairedSeries(null)),
        [.. (line["files"]?.AsArray() ?? []).Select(file => (string?)file).OfType<string>()]);

    private static string Text(JsonNode line, string name) => (string?)line[name] ?? throw CommandErrors.UnreadableRepairedSeries(null);
}

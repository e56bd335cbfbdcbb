using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>docs/json-lines.schema.json: what programs may expect of a line that <c>--json</c> writes.</summary>
internal static class EventSchema
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "json-lines.schema.json"))).RootElement;

    /// <summary>The events that it describes; one name may stand for several.</summary>
    public static IReadOnlyList<JsonElement> Events { get; } = [.. Schema.GetProperty("$defs").EnumerateObject().Select(one => one.Value)];

    public static string NameOf(JsonElement described) => described.GetProperty("properties").GetProperty("event").GetProperty("const").GetString()!;

    /// <summary>The events of an output; each has to be described, and all have to be of one run.</summary>
    public static IReadOnlyList<JsonObject> Read(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, AssertDescribed);
        JsonObject[] events = [.. lines.Select(line => JsonNode.Parse(line)!.AsObject())];
        Assert.True(events.Select(line => (string?)line["run"]).Distinct().Count() <= 1, "The events are of several runs.");
        return events;
    }

    private static void AssertDescribed(string line)
    {
        using var document = JsonDocument.Parse(line);
        var name = document.RootElement.GetProperty("event").GetString();
        Assert.True(
            Events.Where(described => NameOf(described) == name).Any(described => JsonSchema.Allows(described, document.RootElement)),
            $"docs/json-lines.schema.json does not describe {line}");
    }
}

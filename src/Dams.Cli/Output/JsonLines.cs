using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Dams.Cli.Output;

/// <summary>Writes events as JSON, one object a line, in UTF-8.</summary>
internal sealed class JsonLines : IDisposable
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly StreamWriter _writer = StandardOutput.OpenText();

    /// <summary>Writes an event: its name, and the properties of an object.</summary>
    /// <exception cref="DamsException">Standard output is closed or full.</exception>
    /// <exception cref="BrokenPipeException">The program that started this one is gone.</exception>
    public void Write<T>(string name, T content)
    {
        var line = new JsonObject { ["event"] = name };
        foreach (var property in JsonSerializer.SerializeToNode(content, Options)!.AsObject())
            line[property.Key] = property.Value?.DeepClone();
        _writer.WriteLine(line.ToJsonString());
    }

    public void Dispose() => _writer.Dispose();
}

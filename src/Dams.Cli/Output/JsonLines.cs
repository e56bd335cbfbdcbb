using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Dams.Cli.Output;

/// <summary>Writes events as JSON, one object a line, in UTF-8. Each names the run, so that a log of several can be told apart.</summary>
/// <param name="hasMrn">Whether events of what is shared hold the original PatientID too: the user has asked for it.</param>
internal sealed class JsonLines(bool hasMrn = false) : IDisposable
{
    private const int RunBytes = 8;

    private readonly StreamWriter _writer = StandardOutput.OpenText();
    private readonly string _run = RandomNumberGenerator.GetHexString(2 * RunBytes, lowercase: true);

    /// <summary>Whether events of what is shared hold the original PatientID too.</summary>
    public bool HasMrn => hasMrn;

    /// <summary>Writes the first event of a run.</summary>
    /// <param name="command">The name of the command.</param>
    public void WriteStart(string command) => Write("started", new JsonObject
    {
        ["command"] = command,
        ["version"] = EngineVersion.Text,
        ["time"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
    });

    /// <summary>Writes an event.</summary>
    /// <param name="content">Its properties, behind its name and the run.</param>
    /// <exception cref="DamsException">Standard output is closed or full.</exception>
    /// <exception cref="BrokenPipeException">The program that started this one is gone.</exception>
    public void Write(string name, JsonObject content)
    {
        content.Insert(0, "event", name);
        content.Insert(1, "run", _run);
        _writer.WriteLine(content.ToJsonString());
    }

    public void Dispose() => _writer.Dispose();
}

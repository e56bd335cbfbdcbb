using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using Dams.Network.Nodes;

namespace Dams.Network.Tests.Partners;

/// <summary>An Orthanc of its own for a test, on free ports of this machine.</summary>
internal sealed class Orthanc : IDisposable
{
    public const string Title = "ORTHANC";

    /// <summary>Its plugin that speaks DICOMweb.</summary>
    public const string WebPlugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so";

    private readonly HttpClient _client;
    private readonly string _folder;
    private readonly string _configuration;
    private Program _program;

    /// <param name="folder">Where it keeps what it has.</param>
    /// <param name="destinations">The nodes to which it may send: title and port.</param>
    public Orthanc(string folder, params (string Title, int Port)[] destinations)
        : this(folder, [], destinations)
    {
    }

    /// <param name="more">What its configuration has beside.</param>
    public Orthanc(string folder, Dictionary<string, object> more, params (string Title, int Port)[] destinations)
    {
        Port = Program.FreePort();
        var http = Program.FreePort();
        _folder = Directory.CreateDirectory(folder).FullName;
        _configuration = Path.Combine(_folder, "orthanc.json");
        var nodes = new Dictionary<string, object[]>();
        foreach (var (title, port) in destinations)
            nodes[title] = [title, "127.0.0.1", port];
        var configuration = new Dictionary<string, object>
        {
            ["StorageDirectory"] = Path.Combine(_folder, "db"),
            ["IndexDirectory"] = Path.Combine(_folder, "db"),
            ["DicomAet"] = Title,
            ["DicomPort"] = Port,
            ["HttpPort"] = http,
            ["DicomCheckCalledAet"] = true,
            ["DicomAlwaysAllowEcho"] = true,
            ["DicomAlwaysAllowStore"] = true,
            ["DicomAlwaysAllowFind"] = true,
            ["DicomAlwaysAllowMove"] = true,
            ["RemoteAccessAllowed"] = false,
            ["AuthenticationEnabled"] = false,
            ["StableAge"] = 1,
            ["DicomModalities"] = nodes,
            ["Plugins"] = File.Exists(WebPlugin) ? new[] { WebPlugin } : [],
            ["DicomWeb"] = new Dictionary<string, object> { ["Enable"] = true, ["Root"] = "/dicom-web/" },
        };
        foreach (var (key, value) in more)
            configuration[key] = value;
        File.WriteAllText(_configuration, JsonSerializer.Serialize(configuration));
        var scheme = more.ContainsKey("SslEnabled") ? "https" : "http";
        Web = new Uri($"{scheme}://127.0.0.1:{http}/dicom-web/");
        _client = new HttpClient { BaseAddress = new Uri($"{scheme}://127.0.0.1:{http}/") };
        _program = Start();
    }

    public int Port { get; }

    public DicomNode Node => new(Title, "127.0.0.1", Port, UsesTls: false);

    internal ConnectionOptions Connection => new(Node, "DAMS") { Timeout = TimeSpan.FromSeconds(120) };

    /// <summary>Where it speaks DICOMweb.</summary>
    public Uri Web { get; }

    public int CountInstances() => Ids("instances").Count;

    /// <summary>The bytes of each instance that it has.</summary>
    public IEnumerable<byte[]> Files()
    {
        foreach (var id in Ids("instances"))
            yield return _client.GetByteArrayAsync($"instances/{id}/file").GetAwaiter().GetResult();
    }

    public void Kill() => _program.Kill();

    public void Restart() => _program = Start();

    public void Dispose()
    {
        _program.Dispose();
        _client.Dispose();
    }

    private Program Start() => Program.Serve("Orthanc", Port, _folder, _configuration);

    private List<string> Ids(string what) =>
        JsonSerializer.Deserialize<List<string>>(_client.GetStringAsync(what).GetAwaiter().GetResult())!;
}

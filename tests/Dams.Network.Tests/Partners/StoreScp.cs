using System;
using System.IO;
using System.Linq;
using Dams.Network.Nodes;

namespace Dams.Network.Tests.Partners;

/// <summary>DCMTK's storescp, which writes what it receives as it was sent.</summary>
internal sealed class StoreScp : IDisposable
{
    private readonly Program _program;

    public StoreScp(string folder, params string[] more)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        Port = Program.FreePort();
        _program = Program.Serve("storescp", Port, Folder, ["--bit-preserving", "--accept-all", .. more, "--output-directory", Folder, $"{Port}"]);
    }

    public string Folder { get; }

    public int Port { get; }

    public DicomNode Node => new("STORESCP", "127.0.0.1", Port, UsesTls: false);

    internal ConnectionOptions Connection => new(Node, "DAMS") { Timeout = TimeSpan.FromSeconds(120) };

    public string[] Files => [.. Directory.GetFiles(Folder).Order(StringComparer.Ordinal)];

    public void Kill() => _program.Kill();

    public void Dispose() => _program.Dispose();
}

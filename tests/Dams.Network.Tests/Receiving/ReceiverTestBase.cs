using System;
using System.Collections.Generic;
using System.Threading;
using Dams.Network.Receiving;
using Dams.Network.Tests.Partners;
using Dams.Tests.Support;

namespace Dams.Network.Tests.Receiving;

/// <summary>A receiver on a free port that DCMTK's storescu sends to.</summary>
public abstract class ReceiverTestBase : IDisposable
{
    protected TemporaryFolder Folder { get; } = new();

    protected int Port { get; } = Program.FreePort();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected ReceiverOptions Options() => new(Folder["in"], "DAMS", Port, ["SENDER"], AddressList.Parse(["127.0.0.1"]))
    {
        QuietTime = TimeSpan.FromSeconds(1),
        MinimumFreeBytes = 0,
        IdleTime = TimeSpan.FromSeconds(120),
    };

    private protected (int ExitCode, string Output) StoreScu(IReadOnlyList<string> files, params string[] more) => Program.Run(
        "storescu", Folder.Path, ["--aetitle", "SENDER", "--call", "DAMS", "--verbose", .. more, "127.0.0.1", $"{Port}", .. files]);

    private protected static IReadOnlyList<string> Wait(Receiver receiver)
    {
        for (var end = DateTime.UtcNow.AddMinutes(2); DateTime.UtcNow < end; Thread.Sleep(50))
        {
            if (receiver.TakeComplete() is { Count: > 0 } folders)
                return folders;
        }
        return [];
    }
}

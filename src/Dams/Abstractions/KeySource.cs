using System.Management.Automation;
using Dams.Batches;
using Dams.Subjects;

namespace Dams.Commands;

/// <summary>Reads the key that a user names, else his own, which is made on first use.</summary>
internal static class KeySource
{
    public static ProtectionKey Read(PSCmdlet cmdlet, string? path, IRunListener listener)
    {
        if (path is not null)
            return ProtectionKey.Read(cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
        var key = ProtectionKey.ReadDefault(out var wasMade);
        if (wasMade)
            listener.Warn(Warnings.KeyMade(ProtectionKey.DefaultPath));
        return key;
    }
}

using Dams.Batches;
using Dams.Subjects;

namespace Dams.Commands;

/// <summary>Reads the key that a user names, else his own, which is made on first use.</summary>
internal static class KeySource
{
    public static ProtectionKey Read(string? path, PathResolver paths, IRunListener listener)
    {
        if (path is not null)
            return ProtectionKey.Read(paths.Single("KeyPath", path));
        var key = ProtectionKey.ReadDefault(out var wasMade);
        if (wasMade)
            listener.Warn(Warnings.KeyMade(ProtectionKey.DefaultPath));
        return key;
    }
}

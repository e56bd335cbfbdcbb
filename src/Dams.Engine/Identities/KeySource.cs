using Dams.Reporting;

namespace Dams.Identities;

/// <summary>Reads the key that a user names, else his own, which is made on first use.</summary>
internal static class KeySource
{
    /// <exception cref="DamsException">There is none, or it is not one.</exception>
    public static ProtectionKey Read(string? path, IRunListener listener)
    {
        if (path is not null)
            return ProtectionKey.Read(path);
        var key = ProtectionKey.ReadDefault(out var wasMade);
        if (wasMade)
            listener.Warn(Warnings.KeyMade(ProtectionKey.DefaultPath));
        return key;
    }
}

using System.IO;

namespace Dams;

/// <summary>Reads the key that a user names, else his own, which is made on first use.</summary>
public static class KeySource
{
    /// <summary>The key where there is one already: nothing is made.</summary>
    /// <param name="path">The file that the user names; null for his own.</param>
    /// <exception cref="DamsException">There is none at the path that was named, or it is not one.</exception>
    public static ProtectionKey? ReadExisting(string? path) =>
        path is not null ? ProtectionKey.Read(path) : File.Exists(ProtectionKey.DefaultPath) ? ProtectionKey.Read(ProtectionKey.DefaultPath) : null;

    /// <summary>Reads the key.</summary>
    /// <param name="path">The file that the user names; null for his own.</param>
    /// <param name="listener">Is told of a key that was made.</param>
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

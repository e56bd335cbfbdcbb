using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using Dams.Files;

namespace Dams;

/// <summary>
/// The 32 random bytes from which subject ids, UIDs and date shifts are derived. Who has them and an original can find
/// the pseudonym; who lacks them cannot.
/// </summary>
public sealed class ProtectionKey
{
    /// <summary>Bytes of a key and of a key file.</summary>
    public const int Length = 32;

    // Of each thread its own: setting one up costs more than what it makes of a short message.
    private readonly ThreadLocal<IncrementalHash> _function;

    private ProtectionKey(byte[] bytes) => _function = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, bytes));

    /// <summary>
    /// Where the user's own key is: <c>dams/protection.key</c> in the folder of the user's application data
    /// (<c>%LOCALAPPDATA%</c>, <c>$XDG_DATA_HOME</c> or <c>~/.local/share</c>).
    /// </summary>
    /// <exception cref="DamsException">The account has no such folder.</exception>
    public static string DefaultPath
    {
        get
        {
            var folder = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return folder.Length > 0 ? Path.Combine(folder, "dams", "protection.key") : throw SubjectErrors.NoHome();
        }
    }

    /// <summary>Reads a key file.</summary>
    /// <exception cref="DamsException">There is none, or it is not one.</exception>
    public static ProtectionKey Read(string path)
    {
        byte[] bytes;
        try
        {
            using var stream = RegularFile.OpenRead(path);
            if (stream.Length != Length)
                throw SubjectErrors.MalformedKey(path, stream.Length, Length);
            bytes = new BinaryReader(stream).ReadBytes(Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SubjectErrors.UnreadableKey(path, e);
        }
        if (Array.TrueForAll(bytes, value => value == bytes[0]))
            throw SubjectErrors.MalformedKey(path, bytes.Length, Length);
        return new ProtectionKey(bytes);
    }

    /// <summary>Makes a key file that only its owner can read.</summary>
    /// <param name="path">Where to put it; a folder that is missing is made for the owner alone.</param>
    /// <param name="replace">Whether one that is there may go. What was protected with it can then not be matched again.</param>
    /// <exception cref="DamsException">There is one already, or it cannot be written.</exception>
    public static void Create(string path, bool replace)
    {
        var bytes = NewBytes();
        try
        {
            FilePath.EnsureCanBeFile(path);
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
                PrivateFile.CreateFolder(folder);
            using var guard = FileLock.Acquire(path);
            if (!replace && File.Exists(path))
                throw SubjectErrors.KeyExists(path);
            PrivateFile.Write(path, stream => stream.Write(bytes, 0, Length), replace);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw File.Exists(path) && !replace ? SubjectErrors.KeyExists(path) : SubjectErrors.UnwritableKey(path, e);
        }
    }

    /// <summary>The user's own key; made on first use.</summary>
    /// <param name="wasMade">Whether it was made just now.</param>
    public static ProtectionKey ReadDefault(out bool wasMade)
    {
        var path = DefaultPath;
        wasMade = false;
        if (!File.Exists(path))
        {
            try
            {
                Create(path, replace: false);
                wasMade = true;
            }
            catch (DamsException e) when (e.Id == nameof(SubjectErrors.KeyExists))
            {
                // Another process made it at the same moment.
            }
        }
        return Read(path);
    }

    /// <summary>A key that is kept nowhere, for plans of those who have none yet.</summary>
    public static ProtectionKey CreateTemporary() => new(NewBytes());

    /// <summary>A pseudorandom function of a message under this key: HMAC-SHA-256 (RFC 2104).</summary>
    internal byte[] Derive(byte[] message)
    {
        var function = _function.Value!;
        function.AppendData(message);
        return function.GetHashAndReset();
    }

    private static byte[] NewBytes()
    {
        var bytes = new byte[Length];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return bytes;
    }
}

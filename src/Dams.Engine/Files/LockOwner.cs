using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;

namespace Dams.Files;

/// <summary>What a lock file says about the process that made it.</summary>
internal sealed class LockOwner
{
    private const int LineCount = 4;

    // Linux counts the start of a process from that of the machine, whose clock may have been set since.
    private static readonly TimeSpan StartTimeAccuracy = TimeSpan.FromSeconds(10);

    private readonly string _machine;
    private readonly string _process;
    private readonly string _time;

    private LockOwner(string token, string machine, string process, string time) =>
        (Token, _machine, _process, _time) = (token, machine, process, time);

    /// <summary>A number that no other lock has.</summary>
    public string Token { get; }

    /// <summary>The machine, the process and the time, for people.</summary>
    public string Description => $"process {_process} on {_machine}, since {_time}";

    /// <summary>Whether its maker lives, as far as this machine can tell.</summary>
    public LockOwnerState State
    {
        get
        {
            if (_machine != Environment.MachineName || !int.TryParse(_process, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return LockOwnerState.Unknown;
            try
            {
                using var process = Process.GetProcessById(id);
                return StartedBefore(process) ? LockOwnerState.Alive : LockOwnerState.Unknown;
            }
            catch (ArgumentException)
            {
                return LockOwnerState.Dead;
            }
            catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
            {
                // It ended just now, or belongs to somebody whose processes cannot be looked at.
                return LockOwnerState.Unknown;
            }
        }
    }

    public static LockOwner Current()
    {
        using var process = Process.GetCurrentProcess();
        return new LockOwner(
            $"{Guid.NewGuid():N}",
            Environment.MachineName,
            process.Id.ToString(CultureInfo.InvariantCulture),
            DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
    }

    /// <summary>The maker of a lock; null where it does not say or is not there.</summary>
    public static LockOwner? Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var lines = reader.ReadToEnd().Split('\n');
            return lines.Length > LineCount ? new LockOwner(lines[0], lines[1], lines[2], lines[3]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A text that changes whenever the maker writes the lock anew.</summary>
    public static string StateOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? $"{Read(path)?.Token} {file.LastWriteTimeUtc.Ticks}" : "";
    }

    /// <summary>Whether a process is older than the lock: a younger one has only got the number of the maker, as in a container that was started again.</summary>
    private bool StartedBefore(Process process) =>
        DateTime.TryParse(_time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var made)
        && process.StartTime.ToUniversalTime() <= made + StartTimeAccuracy;

    /// <summary>Writes it in one step.</summary>
    public void WriteTo(Stream stream)
    {
        var bytes = Encoding.UTF8.GetBytes($"{Token}\n{_machine}\n{_process}\n{_time}\n");
        stream.Write(bytes, 0, bytes.Length);
        stream.Flush();
    }
}

/// <summary>Whether the maker of a lock lives.</summary>
internal enum LockOwnerState
{
    /// <summary>It is on another machine, or a process of another user: only its renewals tell.</summary>
    Unknown,

    /// <summary>It is a process of this machine.</summary>
    Alive,

    /// <summary>It was a process of this machine that has ended.</summary>
    Dead,
}

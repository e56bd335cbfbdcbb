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

    private readonly string _machine;
    private readonly string _process;
    private readonly string _time;

    private LockOwner(string token, string machine, string process, string time) =>
        (Token, _machine, _process, _time) = (token, machine, process, time);

    /// <summary>A number that no other lock has.</summary>
    public string Token { get; }

    /// <summary>The machine, the process and the time, for people.</summary>
    public string Description => $"process {_process} on {_machine}, since {_time}";

    /// <summary>Whether its maker was a process of this machine that has ended.</summary>
    public bool IsDeadLocally
    {
        get
        {
            if (_machine != Environment.MachineName || !int.TryParse(_process, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                return false;
            try
            {
                using var process = Process.GetProcessById(id);
                return false;
            }
            catch (ArgumentException)
            {
                return true;
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

    /// <summary>Writes it in one step.</summary>
    public void WriteTo(Stream stream)
    {
        var bytes = Encoding.UTF8.GetBytes($"{Token}\n{_machine}\n{_process}\n{_time}\n");
        stream.Write(bytes, 0, bytes.Length);
        stream.Flush();
    }
}

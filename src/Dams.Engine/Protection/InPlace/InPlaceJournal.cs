using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Dams.Core;
using Dams.Dicom.Reading;
using Dams.Files;
using Dams.Files.Fingerprints;

namespace Dams.Protection.InPlace;

/// <summary>
/// Remembers beside the files of a folder which of them a run in place wrote, so that no later run with the same key
/// protects them once more. A line is a keyed hash of the bytes of a file: it says nothing to those who lack the key.
/// </summary>
/// <remarks>
/// A line is written before its file gets its name: a run that dies between leaves a line that fits no file. Safe for use by
/// several threads.
/// </remarks>
internal sealed class InPlaceJournal
{
    private const int LineLength = 32;
    private const int Attempts = 200;
    private const int GateCount = 32;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    // Workers of this process wait here for each other, those of two folders seldom at the same gate.
    private static readonly object[] Gates = [.. Enumerable.Range(0, GateCount).Select(_ => new object())];

    private readonly ProtectionKey _key;

    public InPlaceJournal(ProtectionKey key) => _key = key;

    /// <summary>The lines of a folder; none where it has no journal.</summary>
    public static HashSet<string> Read(string folder)
    {
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var path = Path.Combine(folder, RunFiles.Journal);
        if (!File.Exists(path))
            return lines;
        lock (GateOf(folder))
        {
            using var stream = OpenExclusively(path, FileMode.Open, FileAccess.Read);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            while (reader.ReadLine() is { } line)
            {
                // A line that was cut off matches no file.
                if (line.Length == LineLength)
                    lines.Add(line);
            }
            return lines;
        }
    }

    /// <summary>Whether lines of a journal have the one of an open file.</summary>
    public bool Has(HashSet<string> lines, DicomFile file)
    {
        if (lines.Count == 0)
            return false;
        using var bytes = new FingerprintStream(Stream.Null);
        file.Source.CopyFileTo(bytes);
        return lines.Contains(LineOf(bytes.Fingerprint, bytes.Length));
    }

    /// <summary>The line of a file.</summary>
    public string LineOf(ulong fingerprint, long length) =>
        BitConverter.ToString(_key.Derive(Encoding.ASCII.GetBytes($"in place\0{fingerprint:X16}\0{length}")))
            .Replace("-", "").Substring(0, LineLength);

    /// <summary>Adds a line to the journal of a folder; when this returns it is on the disk.</summary>
    public static void Add(string folder, string line)
    {
        lock (GateOf(folder))
        {
            using var stream = OpenExclusively(Path.Combine(folder, RunFiles.Journal), FileMode.OpenOrCreate, FileAccess.ReadWrite);
            stream.Seek(0, SeekOrigin.End);
            var bytes = Encoding.ASCII.GetBytes($"{line}\n");
            // What a run that died left of a line must not spoil this one.
            if (stream.Length % (LineLength + 1) != 0)
                stream.Write([(byte)'\n'], 0, 1);
            stream.Write(bytes, 0, bytes.Length);
            stream.Flush(flushToDisk: true);
        }
    }

    private static object GateOf(string folder) => Gates[(PathComparison.Comparer.GetHashCode(folder) & int.MaxValue) % GateCount];

    private static FileStream OpenExclusively(string path, FileMode mode, FileAccess access)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, mode, access, FileShare.None);
            }
            catch (IOException e) when (attempt < Attempts && SystemErrors.Classify(e) == RetryReason.Locked)
            {
                // Another process has the journal open. No system says when it closes it, but for locks that wait for a process
                // that was stopped, and for a share that is away, without end.
                Thread.Sleep(Pause);
            }
        }
    }
}

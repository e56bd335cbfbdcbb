using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Dams.Network.Sending;

/// <summary>
/// What an archive confirmed that it stored, a line each, on the disk before the next instance goes: a later run need not send it
/// again. Its owner alone can read it.
/// </summary>
internal sealed class SentLog : IDisposable
{
    private static readonly string[] Titles = ["Archive", "SOPInstanceUID", "Fingerprint", "Time"];

    private readonly HashSet<(string Archive, string Uid, string Fingerprint)> _confirmed = [];
    private readonly HashSet<(string Archive, string Uid)> _names = [];
    private readonly StreamWriter _writer;

    /// <param name="resumes">Whether an earlier list is read and goes on; else one gives way.</param>
    /// <exception cref="DamsException">It cannot be kept there.</exception>
    public SentLog(string path, bool resumes)
    {
        try
        {
            CsvText.CheckReplaceable(path, Titles);
            if (resumes && File.Exists(path))
            {
                Read(path);
                var isCut = IsCut(path);
                _writer = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true };
                if (isCut)
                    _writer.WriteLine();
                return;
            }
            _writer = new StreamWriter(PrivateFile.Open(path), new UTF8Encoding(false)) { AutoFlush = true };
            CsvText.Write(_writer, Titles);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _writer?.Dispose();
            throw NetworkErrors.UnusableSentLog(path, e);
        }
    }

    /// <summary>Whether an archive confirmed an instance of this UID, with whatever content.</summary>
    public bool MayHave(DicomArchive archive, string uid) => _names.Contains((archive.ToString(), uid));

    /// <summary>Whether an archive confirmed this very instance.</summary>
    public bool Has(DicomArchive archive, string uid, ulong fingerprint) => _confirmed.Contains((archive.ToString(), uid, Text(fingerprint)));

    /// <summary>Notes what an archive confirmed.</summary>
    public void Add(DicomArchive archive, string uid, ulong fingerprint) => CsvText.Write(
        _writer, archive.ToString(), uid, Text(fingerprint), DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    public void Dispose() => _writer.Dispose();

    private void Read(string path)
    {
        using var reader = new StreamReader(path);
        // A line that a run which died left half is none.
        foreach (var line in CsvText.Read(reader, ',').Skip(1).Where(line => line.Count == Titles.Length))
        {
            _confirmed.Add((line[0], line[1], line[2]));
            _names.Add((line[0], line[1]));
        }
    }

    private static bool IsCut(string path)
    {
        using var file = RegularFile.OpenRead(path);
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    private static string Text(ulong fingerprint) => fingerprint.ToString("x16", CultureInfo.InvariantCulture);
}

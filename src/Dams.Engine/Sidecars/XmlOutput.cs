using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Files;
using Dams.Sidecars.Plans;
using Dams.Sidecars.Xml;

namespace Dams.Sidecars;

/// <summary>Writes the output of XML files, each whole or not at all.</summary>
internal sealed class XmlOutput
{
    private const int HashCharacters = 8;

    private readonly XmlProtectionOptions _options;
    private readonly string? _destination;
    private readonly HashSet<string> _written = new(PathComparison.Comparer);

    public XmlOutput(XmlProtectionOptions options)
    {
        _options = options;
        _destination = options.Destination is null ? null : Path.GetFullPath(options.Destination);
    }

    /// <exception cref="DamsException">The destination lies in a folder where files were found.</exception>
    public void RefuseInside(IEnumerable<SourceFile> sources) => OutputPlace.RefuseInside(_destination, sources.Select(source => source.Root));

    /// <summary>Writes a file with its changes.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="DamsException">It cannot be written, or there is one of its name.</exception>
    public string Write(SourceFile file, XmlSource source, XmlValues values, XmlEdits edits)
    {
        var folder = FolderOf(file, values.Subject);
        var own = Path.GetFileName(file.Path);
        var keepsName = (_destination is null || _options.KeepStructure) && !values.Identifies(Path.GetFileNameWithoutExtension(own));
        var path = Path.Combine(folder, keepsName ? own : NameOf(own, source.Text, values));
        if (path == file.Path && edits.Count == 0)
            return path;
        // Two copies of one file are written once.
        if (!_written.Add(path))
            return path;
        try
        {
            using var target = TargetFile.Create(folder);
            var bytes = edits.ToBytes();
            target.Stream.Write(bytes, 0, bytes.Length);
            target.Commit(Path.GetFileName(path), replace: _destination is null || _options.Force);
            if (_destination is null && path != file.Path)
                File.Delete(file.Path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.UnwritableOutput(e);
        }
    }

    private string FolderOf(SourceFile file, string subject)
    {
        var own = Path.GetDirectoryName(file.Path)!;
        if (_destination is null)
            return own;
        if (!_options.KeepStructure)
            return Path.Combine(_destination, subject, "XML");
        return file.Root.Length == 0 ? _destination : Path.Combine(_destination, own.Substring(file.Root.Length).TrimStart(Path.DirectorySeparatorChar));
    }

    /// <summary>A name that says what the file is and nothing of the patient: the same for the same file and key.</summary>
    private static string NameOf(string own, XmlText text, XmlValues values)
    {
        var prefix = PlanFile.PrefixOf(own) is { Length: > 0 } known ? known : "Xml_";
        byte[] message = [.. Encoding.UTF8.GetBytes($"xml\0{values.Subject}\0"), .. text.ToBytes(text.Text)];
        return $"{prefix}{values.Hash(message, HashCharacters)}.xml";
    }
}

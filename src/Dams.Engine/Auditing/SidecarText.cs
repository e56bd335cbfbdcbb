using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Sidecars.Xml;

namespace Dams.Auditing;

/// <summary>A text file beside the images, as the audit reads it.</summary>
internal sealed class SidecarText
{
    private const long MaximumLength = 16 * 1024 * 1024;

    private static readonly Regex PatientID = new(
        @"<(?:PatientData\b[^>]*?\spatientID|PatientInfo\b[^>]*?\sID)\s*=\s*[""']\s*(?<id>[^""'<]*?)\s*[""']", RegexOptions.CultureInvariant);

    // A subject id is made at random, and letters of it may read as a word that announces somebody. A name or an address is no such id.
    private static readonly Regex SubjectID = new(@"^(?=.*\d)[\p{L}\p{N}_-]+$", RegexOptions.CultureInvariant);

    private readonly string[] _lines;
    private readonly bool _hasSubjectID;
    private readonly int _subjectLine;

    private SidecarText(string[] lines)
    {
        _lines = lines;
        var text = string.Join("\n", lines);
        var id = PatientID.Match(text).Groups["id"];
        Subject = id.Value;
        _hasSubjectID = SubjectID.IsMatch(Subject);
        _subjectLine = text.Take(id.Index).Count(character => character == '\n');
    }

    /// <summary>The subject that it names; empty where it names none.</summary>
    public string Subject { get; }

    /// <summary>Reads a file; null for one of a kind that the audit cannot look into.</summary>
    public static SidecarText? Read(string path)
    {
        if (!TextFile.HasTextExtension(path) || new FileInfo(path).Length > MaximumLength)
            return null;
        return IsUnreadableXml(path) ? null : new SidecarText(TextFile.ReadLines(path));
    }

    private static bool IsUnreadableXml(string path)
    {
        try
        {
            if (Path.GetExtension(path).Equals(".xml", StringComparison.OrdinalIgnoreCase))
                XmlText.Read(path);
            return false;
        }
        catch (DamsException)
        {
            return true;
        }
    }

    /// <summary>The findings, line by line.</summary>
    public IEnumerable<(string ElementPath, IdentifierKind Kind)> Find(TextAudit texts) => _lines.SelectMany((line, i) =>
    {
        var kinds = (_hasSubjectID ? texts.FindKnown(line).Union(texts.FindAll(line.Replace(Subject, ""))) : texts.FindAll(line)).ToList();
        if (i == _subjectLine && kinds.Count == 0 && texts.FindIdentity(Subject, isNumber: true) is { } kind)
            kinds.Add(kind);
        return kinds.Select(kind => ($"line {i + 1}", kind));
    });
}

using System;
using System.Globalization;
using System.Linq;

namespace Dams.Network;

/// <summary>An archive or another program that speaks DICOM: its AE title (PS3.5, AE), its host, its port, and whether over TLS.</summary>
public sealed record DicomNode(string AETitle, string Host, int Port, bool UsesTls) : DicomArchive
{
    /// <summary>What stands before a node that is spoken to over TLS (PS3.15 section B.12); the port that IANA gives it is 2762.</summary>
    public const string TlsScheme = "dicom-tls://";

    private const string PlainScheme = "dicom://";
    private const int LongestTitle = 16;

    /// <summary>Reads <c>AETITLE@host:port</c>, with <c>dicom-tls://</c> before it for TLS; an IPv6 address stands in brackets.</summary>
    /// <exception cref="DamsException">It is none.</exception>
    public static DicomNode Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var usesTls = text.StartsWith(TlsScheme, StringComparison.OrdinalIgnoreCase);
        var rest = usesTls ? text[TlsScheme.Length..]
            : text.StartsWith(PlainScheme, StringComparison.OrdinalIgnoreCase) ? text[PlainScheme.Length..] : text;
        var (at, colon) = (rest.LastIndexOf('@'), rest.LastIndexOf(':'));
        if (at <= 0 || colon <= at + 1
            || !int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            throw NetworkErrors.UnusableNode();
        }
        return new DicomNode(CheckTitle(rest[..at]), rest[(at + 1)..colon].Trim('[', ']'), port, usesTls);
    }

    /// <summary>An AE title as the standard has it: 1 to 16 printable characters of ASCII, no backslash, spaces around it do not count.</summary>
    /// <exception cref="DamsException">It is none.</exception>
    public static string CheckTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        title = title.Trim();
        return title.Length is > 0 and <= LongestTitle && title.All(c => c is >= ' ' and <= '~' and not '\\')
            ? title
            : throw NetworkErrors.UnusableAETitle();
    }

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return $"{(UsesTls ? TlsScheme : "")}{AETitle}@{host}:{Port}";
    }
}

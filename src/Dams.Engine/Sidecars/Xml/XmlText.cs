using System;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Dicom.Text;

namespace Dams.Sidecars.Xml;

/// <summary>The characters of an XML file, and how to turn them into its bytes again.</summary>
internal sealed class XmlText
{
    /// <summary>The most bytes that a file may have: a planning log has a thousandth of it.</summary>
    public const int MaximumLength = 64 * 1024 * 1024;

    private readonly byte[] _mark;

    private XmlText(byte[] mark, Encoding encoding, string text, bool isGuessed)
    {
        _mark = mark;
        Encoding = encoding;
        Text = text;
        IsGuessed = isGuessed;
    }

    /// <summary>The text without its byte order mark.</summary>
    public string Text { get; }

    /// <summary>How the characters are written; throws where a character cannot be.</summary>
    public Encoding Encoding { get; }

    /// <summary>
    /// Whether the bytes are not in the encoding that the file names. They were then read one character a byte, so that
    /// nobody knows which characters beyond ASCII were meant.
    /// </summary>
    public bool IsGuessed { get; }

    /// <exception cref="DamsException">The file is too large, or in an encoding that cannot be read.</exception>
    public static XmlText Read(string path)
    {
        using var stream = RegularFile.OpenRead(path);
        if (stream.Length > MaximumLength)
            throw SidecarErrors.XmlTooLarge();
        return Parse(new BinaryReader(stream).ReadBytes((int)stream.Length));
    }

    /// <exception cref="DamsException">The bytes are in an encoding that cannot be read.</exception>
    public static XmlText Parse(byte[] bytes)
    {
        var (mark, encoding) = XmlEncodings.Detect(bytes);
        try
        {
            var text = encoding.GetString(bytes, mark.Length, bytes.Length - mark.Length);
            // What does not come back as it was would change where nothing was asked to change.
            if (encoding.GetByteCount(text) == bytes.Length - mark.Length && encoding.GetBytes(text).SequenceEqual(bytes.Skip(mark.Length)))
                return new XmlText(mark, encoding, text, isGuessed: false);
        }
        catch (ArgumentException)
        {
            // The bytes are not of the encoding.
        }
        if (XmlEncodings.IsWide(encoding))
            throw SidecarErrors.UnreadableXmlEncoding();
        return new XmlText(mark, Encodings.Latin1, Encodings.Latin1.GetString(bytes, mark.Length, bytes.Length - mark.Length), isGuessed: true);
    }

    /// <summary>The bytes of another text in the same encoding.</summary>
    public byte[] ToBytes(string text) => [.. _mark, .. Encoding.GetBytes(text)];

    /// <summary>Whether the encoding has all characters of a text.</summary>
    public bool CanWrite(string text)
    {
        if (Encoding == Encodings.Latin1)
            return text.All(character => character <= 0xFF);
        try
        {
            Encoding.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}

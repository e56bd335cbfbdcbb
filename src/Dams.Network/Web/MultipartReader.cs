using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Dams.Network.Web;

/// <summary>Reads the parts of an answer one after the other, as they come (RFC 2046 section 5.1, PS3.18 section 8.6.1.2).</summary>
internal sealed class MultipartReader
{
    // RFC 2046 has 70; some write more.
    private const int LongestBoundary = 200;

    private static readonly Regex Boundary = new(
        @"^\s*multipart/.*?;\s*boundary=(?:""([^""]+)""|([^;\s]+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly WebAnswer _answer;
    private readonly string _service;
    private readonly byte[] _delimiter;
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private int _count;

    /// <exception cref="DamsException">The answer has no parts.</exception>
    public MultipartReader(WebAnswer answer, string service)
    {
        (_answer, _service) = (answer, service);
        _delimiter = [.. LineEnd, .. "--"u8, .. Encoding.ASCII.GetBytes(BoundaryOf(answer.ContentType) ?? throw Unusable("it is not of several parts"))];
        // The first delimiter may stand at the very beginning.
        LineEnd.CopyTo(_buffer, 0);
        _end = LineEnd.Length;
        ReadToDelimiter(Stream.Null, WebLimits.PartHeader, "its boundary is not where it should be");
    }

    /// <summary>Goes to the content of the next part.</summary>
    /// <returns>Whether there is one; false where the answer says that it was whole.</returns>
    /// <exception cref="DamsException">What comes is no part, or the connection broke.</exception>
    public bool Next()
    {
        if (++_count > WebLimits.Parts)
            throw Unusable("it has more parts than a study has");
        while (_end - _start < 2)
            Fill();
        if (_buffer.AsSpan(_start, 2).SequenceEqual("--"u8))
            return false;
        var left = WebLimits.PartHeader;
        if (ReadLine(ref left).Any(b => b is not ((byte)' ' or (byte)'\t')))
            throw Unusable("a part does not begin as parts do");
        while (ReadLine(ref left).Length > 0)
        {
            // What a part says of itself does not matter: its content is read.
        }
        return true;
    }

    /// <summary>Copies the content of the part.</summary>
    /// <exception cref="DamsException">It is too long, or the connection broke.</exception>
    public void CopyTo(Stream target) => ReadToDelimiter(target, WebLimits.Part, "a part is longer than instances are");

    private void ReadToDelimiter(Stream target, long limit, string beyond)
    {
        for (var length = 0L; ;)
        {
            var here = _buffer.AsSpan(_start, _end - _start);
            var place = here.IndexOf(_delimiter);
            // What is left may be the beginning of a delimiter.
            var count = place >= 0 ? place : Math.Max(0, here.Length - _delimiter.Length + 1);
            if ((length += count) > limit)
                throw Unusable(beyond);
            target.Write(here[..count]);
            _start += count;
            if (place >= 0)
            {
                _start += _delimiter.Length;
                return;
            }
            Fill();
        }
    }

    private byte[] ReadLine(ref int left)
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf(LineEnd)) < 0)
        {
            if (_end - _start > left)
                throw Unusable("the header of a part is longer than headers are");
            Fill();
        }
        if ((left -= length) < 0)
            throw Unusable("the header of a part is longer than headers are");
        var line = _buffer.AsSpan(_start, length).ToArray();
        _start += length + LineEnd.Length;
        return line;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        var count = _answer.Read(_buffer.AsMemory(_end));
        if (count == 0)
            throw Unusable("it ends in the middle");
        _end += count;
    }

    private static string? BoundaryOf(string type)
    {
        var found = Boundary.Match(type);
        var boundary = found.Groups[1].Value + found.Groups[2].Value;
        return boundary.Length is > 0 and <= LongestBoundary ? boundary : null;
    }

    private DamsException Unusable(string why) => NetworkErrors.UnusableAnswer(_service, why);
}

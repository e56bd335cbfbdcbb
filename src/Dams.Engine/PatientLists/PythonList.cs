using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dams.PatientLists;

/// <summary>Reads a list or tuple of strings as Python writes it (Python reference, sections 2.4 and 6.2.5).</summary>
internal sealed class PythonList
{
    private static readonly Regex Start = new(@"^[\[(]\s*(([rRuU]?['""])|[\])]$)", RegexOptions.CultureInvariant);

    private readonly string _text;
    private int _position = 1;

    private PythonList(string text) => _text = text;

    private char Current => _position < _text.Length ? _text[_position] : throw PatientListErrors.MalformedFolders();

    /// <summary>Whether a text without blanks around it is meant as a list: a folder may be called <c>[a]</c>.</summary>
    public static bool LooksLikeList(string text) => Start.IsMatch(text);

    /// <summary>The strings.</summary>
    /// <exception cref="DamsException">Python would not read them.</exception>
    public static IReadOnlyList<string> Read(string text)
    {
        var list = new PythonList(text);
        var strings = list.ReadItems(text[0] == '[' ? ']' : ')');
        return list._position == text.Length ? strings : throw PatientListErrors.MalformedFolders();
    }

    private List<string> ReadItems(char end)
    {
        var strings = new List<string>();
        while (true)
        {
            SkipBlanks();
            if (Current == end)
                break;
            strings.Add(ReadString());
            SkipBlanks();
            if (Current == ',')
                _position++;
            else if (Current != end)
                throw PatientListErrors.MalformedFolders();
        }
        _position++;
        return strings;
    }

    private string ReadString()
    {
        var isRaw = Current is 'r' or 'R';
        if (isRaw || Current is 'u' or 'U')
            _position++;
        var quote = Current;
        if (quote is not ('\'' or '"'))
            throw PatientListErrors.MalformedFolders();
        _position++;
        var value = new StringBuilder();
        while (Current != quote)
        {
            var character = Current;
            _position++;
            if (character != '\\')
                value.Append(character);
            else if (isRaw)
                value.Append('\\').Append(Take());
            else
                value.Append(ReadEscape());
        }
        _position++;
        return value.ToString();
    }

    private string ReadEscape()
    {
        var character = Take();
        switch (character)
        {
            case '\\' or '\'' or '"':
                return character.ToString();
            case 'x':
                return ReadCode(2);
            case 'u':
                return ReadCode(4);
            case 'U':
                return ReadCode(8);
            case 'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or 'N' or '\r' or '\n' or (>= '0' and <= '7'):
                // No path has such a character: somebody wrote a path of Windows and did not double its backslashes.
                throw PatientListErrors.MalformedFolders();
            default:
                return $"\\{character}";
        }
    }

    private string ReadCode(int digits)
    {
        if (_position + digits > _text.Length || !uint.TryParse(
            _text.Substring(_position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0x10FFFF)
        {
            throw PatientListErrors.MalformedFolders();
        }
        _position += digits;
        return code is >= 0xD800 and <= 0xDFFF ? throw PatientListErrors.MalformedFolders() : char.ConvertFromUtf32((int)code);
    }

    private char Take()
    {
        var character = Current;
        _position++;
        return character;
    }

    private void SkipBlanks()
    {
        while (char.IsWhiteSpace(Current))
            _position++;
    }
}

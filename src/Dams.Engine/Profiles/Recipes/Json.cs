using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Dams.Profiles.Recipes;

/// <summary>
/// Reads JSON (RFC 8259), remembering lines: an error in a recipe has to say where it is, and the framework's own reader
/// is not everywhere that the engine runs. Comments of the form <c>// …</c> are passed over.
/// </summary>
internal sealed class JsonReader
{
    private const int MaximumDepth = 64;

    private readonly string _text;
    private int _position;
    private int _line = 1;
    private int _depth;

    private JsonReader(string text) => _text = text;

    /// <exception cref="DamsException">The text is not JSON.</exception>
    public static JsonNode Read(string text)
    {
        var reader = new JsonReader(text);
        var node = reader.ReadValue();
        reader.SkipSpace();
        return reader._position == text.Length ? node : throw reader.Expected("the end");
    }

    private JsonNode ReadValue()
    {
        SkipSpace();
        if (++_depth > MaximumDepth)
            throw Expected("less nesting");
        var node = Peek() switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' => new JsonNode(JsonKind.String, _line, ReadString(), [], []),
            _ => ReadWord(),
        };
        _depth--;
        return node;
    }

    private JsonNode ReadObject()
    {
        var (line, members) = (_line, new List<KeyValuePair<string, JsonNode>>());
        _position++;
        for (SkipSpace(); Peek() != '}'; SkipSpace())
        {
            if (members.Count > 0)
                Take(',');
            SkipSpace();
            var name = ReadString();
            if (members.Exists(member => member.Key == name))
                throw Expected($"\"{name}\" once");
            SkipSpace();
            Take(':');
            members.Add(new KeyValuePair<string, JsonNode>(name, ReadValue()));
        }
        _position++;
        return new JsonNode(JsonKind.Object, line, "", [], members);
    }

    private JsonNode ReadArray()
    {
        var (line, items) = (_line, new List<JsonNode>());
        _position++;
        for (SkipSpace(); Peek() != ']'; SkipSpace())
        {
            if (items.Count > 0)
                Take(',');
            items.Add(ReadValue());
        }
        _position++;
        return new JsonNode(JsonKind.Array, line, "", items, []);
    }

    private JsonNode ReadWord()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '-' or '+' or '.'))
            _position++;
        var word = _text.Substring(start, _position - start);
        if (word is "true" or "false" or "null")
            return new JsonNode(JsonKind.Word, _line, word, [], []);
        return word.Length > 0 && word[0] is '-' or (>= '0' and <= '9') && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? new JsonNode(JsonKind.Number, _line, word, [], [])
            : throw Expected("a value");
    }

    private string ReadString()
    {
        Take('"');
        var text = new StringBuilder();
        while (Peek() != '"')
        {
            var character = _text[_position++];
            if (character < ' ')
                throw Expected("a quotation mark");
            text.Append(character == '\\' ? ReadEscape() : character);
        }
        _position++;
        return text.ToString();
    }

    private char ReadEscape()
    {
        var letter = Peek();
        _position++;
        switch (letter)
        {
            case '"' or '\\' or '/':
                return letter;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 <= _text.Length && ushort.TryParse(
                _text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                throw Expected("an escape");
        }
    }

    private void SkipSpace()
    {
        while (_position < _text.Length)
        {
            if (_text[_position] == '\n')
                _line++;
            if (_text[_position] is ' ' or '\t' or '\r' or '\n')
                _position++;
            else if (string.CompareOrdinal(_text, _position, "//", 0, 2) == 0)
                _position = _text.IndexOf('\n', _position) is >= 0 and var end ? end : _text.Length;
            else
                return;
        }
    }

    private char Peek() => _position < _text.Length ? _text[_position] : throw Expected("more");

    private void Take(char expected)
    {
        if (Peek() != expected)
            throw Expected($"{expected}");
        _position++;
    }

    private DamsException Expected(string what) => ProfileErrors.MalformedRecipe(_line, $"JSON: expected {what}");
}

/// <summary>A value of a JSON text (RFC 8259) and the line on which it starts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">A string without quotes and escapes, or a number, true, false or null as written; else empty.</param>
/// <param name="Items">Of an array.</param>
/// <param name="Members">Of an object, in the order of the text.</param>
internal sealed record JsonNode(
    JsonKind Kind, int Line, string Text, IReadOnlyList<JsonNode> Items, IReadOnlyList<KeyValuePair<string, JsonNode>> Members)
{
    /// <summary>The rule of the recipe that it belongs to; empty for what belongs to none.</summary>
    public string Rule { get; private init; } = "";

    /// <summary>This node, with all that is in it, as a part of a rule.</summary>
    public JsonNode WithRule(string rule) => this with
    {
        Rule = rule,
        Items = Items.Select(item => item.WithRule(rule)).ToArray(),
        Members = Members.Select(member => new KeyValuePair<string, JsonNode>(member.Key, member.Value.WithRule(rule))).ToArray(),
    };

    /// <summary>The member with a name; null where there is none.</summary>
    public JsonNode? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Key == name)
                    return member.Value;
            }
            return null;
        }
    }
}

/// <summary>What a value of a JSON text is.</summary>
internal enum JsonKind
{
    Object,
    Array,
    String,
    Number,
    Word,
}

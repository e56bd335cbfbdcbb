using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Benchmarks.Accuracy.People;

namespace Dams.Benchmarks.Accuracy.Scoring;

/// <summary>Looks for tokens in all bytes of a file, in each encoding that they may stand in.</summary>
internal sealed class RawSearch
{
    private const int ShortestWord = 6, ShortestNumber = 7;
    private readonly CharacterSet _set;
    private readonly string _text;

    public RawSearch(byte[] bytes, CharacterSet set)
    {
        _set = set;
        _text = Encoding.Latin1.GetString(bytes).ToLowerInvariant();
    }

    public bool Finds(string token) => Forms(token).Any(form => FindsForm(form));

    private IEnumerable<string> Forms(string token)
    {
        if (token.All(char.IsAscii) && token.Length >= (token.All(char.IsAsciiDigit) ? ShortestNumber : ShortestWord))
        {
            yield return token.ToLowerInvariant();
            yield return Wide(Encoding.Unicode, token.ToLowerInvariant());
            yield break;
        }
        foreach (var encoding in new[] { _set.Encode(token), Encoding.UTF8.GetBytes(token), Encoding.Unicode.GetBytes(token) })
        {
            if (encoding.Length >= ShortestWord && !encoding.Contains((byte)'?'))
                yield return Encoding.Latin1.GetString(encoding).ToLowerInvariant();
        }
    }

    private bool FindsForm(string form)
    {
        for (var at = _text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            // A number is told from one that merely holds its digits.
            var isPart = char.IsAsciiDigit(form[^1]) && ((at > 0 && IsNumeric(_text[at - 1])) || (at + form.Length < _text.Length && IsNumeric(_text[at + form.Length])));
            if (!isPart)
                return true;
        }
        return false;
    }

    private static bool IsNumeric(char c) => char.IsAsciiDigit(c) || c == '.';

    private static string Wide(Encoding encoding, string token) => Encoding.Latin1.GetString(encoding.GetBytes(token));
}

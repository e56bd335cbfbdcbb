using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;

namespace Dams.Cleaning;

/// <summary>A text and the runs of letters and of digits in it.</summary>
internal sealed class TokenizedText
{
    // The most letters for each one of an eastern script.
    private const int LettersOfEastern = 4;

    // No mark that combines comes before it in Unicode.
    private const char FirstMark = '\u0300';

    private string? _language;
    private bool? _hasUnspaced;
    private bool? _isEastern;
    private string[]? _keys;
    private string?[]? _between;
    private NamedThings? _things;

    public TokenizedText(string text)
    {
        Text = text;
        WithAsciiDigits = DecimalDigits.ToAscii(text);
        Tokens = Split(text);
    }

    public string Text { get; }

    /// <summary>The text, as long, with every decimal digit as the one from 0 to 9 that it means; what counts digits reads this.</summary>
    public string WithAsciiDigits { get; }

    /// <summary>The runs, in order: a list and no interface, since every detector reads each of them several times. Nobody changes it.</summary>
    public List<Token> Tokens { get; }

    /// <summary>Of each token the key that is the same for other spellings of a word.</summary>
    public string[] Keys => _keys ??= [.. Tokens.Select(token => Folding.SpellingKey(token.Folded))];

    /// <summary>The folder of the language in which the text seems to be; empty where nothing tells.</summary>
    public string Language => _language ??= LanguageGuess.Of(Tokens);

    /// <summary>Whether it is French, Spanish or Italian, where nouns have small letters and a capital within a sentence is that of a name.</summary>
    public bool IsRomance => Language is "fr" or "es" or "it";

    /// <summary>Whether any of it is in a script that writes words without spaces.</summary>
    public bool HasUnspacedScript => _hasUnspaced ??= Text.Any(Scripts.IsWithoutSpaces);

    /// <summary>Whether it is Korean, Japanese or Chinese, among whose letters Latin ones may stand, and holds no mere name in one of them.</summary>
    public bool IsEastern => _isEastern ??= HasUnspacedScript && Text.Count(Scripts.IsEastern) * LettersOfEastern >= Text.Count(char.IsLetter);

    /// <summary>The things in it that are called by whole names.</summary>
    public NamedThings Things => _things ??= new NamedThings(this);

    /// <summary>The runs of letters and of digits in a text, folded, with a space between them, as tables have labels of several words.</summary>
    public static string Fold(string text) => IsLatinWord(text) ? Folding.Fold(text) : string.Join(" ", Split(text).Select(token => token.Folded));

    /// <summary>Some tokens that follow one another, folded, with a space between them, as tables have labels of several words.</summary>
    public string Words(int first, int length)
    {
        if (length == 1)
            return Tokens[first].Folded;
        var words = new string[length];
        for (var i = 0; i < length; i++)
            words[i] = Tokens[first + i].Folded;
        return string.Join(" ", words);
    }

    /// <summary>The first token that starts at a place in the text or behind it; their number where none does.</summary>
    public int IndexOfToken(int start)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>What stands between a token and the next.</summary>
    // Most detectors ask for it of most tokens, so that each is made once.
    public string Between(int index) => (_between ??= new string?[Tokens.Count])[index] ??= ReadBetween(index);

    private string ReadBetween(int index)
    {
        var (start, end) = (Tokens[index].End, Tokens[index + 1].Start);
        return end - start == 1 && Text[start] == ' ' ? " " : Text.Substring(start, end - start);
    }

    /// <summary>Whether a token starts with a capital letter, or with a letter of a script that has none.</summary>
    public bool IsCapitalized(int index) => !char.IsLower(Text[Tokens[index].Start]);

    private static bool IsLatinWord(string text)
    {
        foreach (var character in text)
        {
            if (character is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z')))
                return false;
        }
        return true;
    }

    private static List<Token> Split(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var kind = KindOf(text[i]);
            var start = i++;
            if (kind == Kind.Other)
                continue;
            while (i < text.Length && (KindOf(text[i]) == kind || (kind != Kind.Digit && IsMark(text[i])) || IsInvisible(text[i])))
                i++;
            var run = Visible(text.Substring(start, i - start));
            tokens.Add(new Token(start, i - start, kind == Kind.Digit ? run : Folding.Fold(run), kind == Kind.Digit));
        }
        return tokens;
    }

    private enum Kind
    {
        Other,
        Letter,
        Ideograph,
        Digit,
    }

    private static Kind KindOf(char character)
    {
        if (character is >= '0' and <= '9')
            return Kind.Digit;
        if (Scripts.IsWithoutSpaces(character))
            return Kind.Ideograph;
        return char.IsLetter(character) || IsMark(character) ? Kind.Letter : Kind.Other;
    }

    /// <summary>Whether a character is only for layout: a soft hyphen, a space without width, a direction. A word goes on over it.</summary>
    public static bool IsInvisible(char character) =>
        character >= 0x80 && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format;

    private static string Visible(string run)
    {
        foreach (var character in run)
        {
            if (IsInvisible(character))
                return string.Concat(run.Where(other => !IsInvisible(other)));
        }
        return run;
    }

    private static bool IsMark(char character) => character >= FirstMark && CharUnicodeInfo.GetUnicodeCategory(character)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}

/// <summary>A run of letters or of digits in a text.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Folded">The letters in upper case without accents; digits as they are.</param>
/// <param name="IsNumber">Whether it is a run of digits.</param>
internal readonly record struct Token(int Start, int Length, string Folded, bool IsNumber)
{
    public int End => Start + Length;
}

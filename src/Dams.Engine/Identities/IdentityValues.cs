using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Cleaning;
using Dams.Cleaning.Names;

namespace Dams.Identities;

/// <summary>
/// How patients are numbered and called. A value is one of these in any writing: in another case, order, width or script,
/// with other separators, with zeros in front that came or went.
/// </summary>
/// <remarks>
/// Of an id it counts where it is the whole of a value or of a part between separators, of a name where all its words are
/// there: single words are those of many. Not safe for use by several threads while it is filled.
/// </remarks>
internal sealed class IdentityValues
{
    // Shorter parts stand in many values: "S-12".
    private const int ShortestPart = 5, ShortestOwnPart = 4;

    private readonly int _shortestPart;
    private readonly HashSet<string> _wholes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string[]>> _names = new(StringComparer.Ordinal);

    /// <param name="isOfOne">Whether they are of one patient alone, of whom shorter parts count.</param>
    public IdentityValues(bool isOfOne = false) => _shortestPart = isOfOne ? ShortestOwnPart : ShortestPart;

    /// <summary>Takes in a patient.</summary>
    public void Add(string patientID, string patientName)
    {
        _wholes.UnionWith(WholesOf(patientID, patientName));
        if (patientID.Any(char.IsDigit))
            _ids.Add(KeyOf(patientID));
        foreach (var words in patientName.Split('=').Select(WordsOf).Where(words => words.Length > 1))
        {
            if (!_names.TryGetValue(words[0], out var names))
                _names.Add(words[0], names = []);
            names.Add(words);
        }
    }

    /// <summary>Whether a value says who one of the patients is.</summary>
    public bool AreIn(string value) => IsWhole(value) || PartsOf(value).Any(part => part.Length >= _shortestPart && _ids.Contains(WithoutZeros(part))) || HasName(WordsOf(value));

    /// <summary>The keys of the values that are a patient's own as a whole.</summary>
    public static IEnumerable<string> WholesOf(string patientID, string patientName) => new[] { KeyOf(patientID) }
        .Concat(patientName.Split('=').SelectMany(group => JoinedForms(WordsOf(group)))).Where(key => key.Length > 0);

    /// <summary>The keys of a value that is new.</summary>
    public static IEnumerable<string> KeysOf(string value) =>
        new[] { KeyOf(value), value.Any(char.IsDigit) ? "" : string.Concat(WordsOf(value)) }.Where(key => key.Length > 0).Distinct();

    private bool IsWhole(string value) => KeysOf(value).Any(_wholes.Contains);

    private bool HasName(string[] words)
    {
        foreach (var word in words)
        {
            if (_names.TryGetValue(word, out var names) && names.Exists(name => Array.TrueForAll(name, words.Contains)))
                return true;
        }
        return false;
    }

    /// <summary>Runs of letters and digits, and neighbouring ones together, since separators come and go.</summary>
    private static IEnumerable<string> PartsOf(string value)
    {
        var runs = new string(Array.ConvertAll(Fold(value).ToCharArray(), character => char.IsLetterOrDigit(character) ? character : ' '))
            .Split([' '], StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < runs.Length; start++)
        {
            var joined = "";
            for (var end = start; end < runs.Length; end++)
                yield return joined += runs[end];
        }
    }

    private static string KeyOf(string value) => WithoutZeros(new string(Fold(value).Where(char.IsLetterOrDigit).ToArray()));

    private static string WithoutZeros(string key) => key.TrimStart('0') is { Length: > 0 } rest ? rest : key;

    /// <summary>The words as one, those of each in front once.</summary>
    private static IEnumerable<string> JoinedForms(string[] words) => words.Length == 0 ? []
        : Enumerable.Range(0, words.Length).Select(first => string.Concat(words.Skip(first).Concat(words.Take(first))))
            .Append(string.Concat(words.AsEnumerable().Reverse())).Distinct();

    private static string[] WordsOf(string text) => [.. new TokenizedText(Fold(text)).Tokens
        .Where(token => !token.IsNumber).Select(token => Romanization.Key(token.Folded))];

    private static string Fold(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var character in DecimalDigits.ToAscii(text))
        {
            if (!TokenizedText.IsInvisible(character))
                visible.Append(NarrowOf(character));
        }
        return Folding.Fold(Kana.StandIn(text) ? Kana.ToFullKatakana(visible.ToString(), out _) : visible.ToString());
    }

    /// <summary>A full-width letter or sign as the one of ASCII.</summary>
    private static char NarrowOf(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\u3000' => ' ',
        _ => character,
    };
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Core;

namespace Dams.Deidentification.Pixels;

/// <summary>The table of the kinds of images, and why text may be burned into those of each.</summary>
internal sealed class BurnedInKinds
{
    // What a computation makes of numbers, such as segmentations and doses: nothing is drawn in them.
    private const string Computed = nameof(Computed);

    private static readonly Lazy<BurnedInKinds> Loaded = new(() => new BurnedInKinds());

    private readonly Dictionary<string, Dictionary<string, BurnedInReasons>> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _computed = new(StringComparer.Ordinal);

    // The words of each row with one space around each, as texts are searched for them, by the first of them.
    private readonly Dictionary<string, ILookup<string, (string Words, BurnedInReasons Reason)>> _phrases;

    // Those of the table, the longest first.
    private readonly string[] _classes;

    private BurnedInKinds()
    {
        foreach (var line in EmbeddedText.Lines("burned-in-kinds.txt"))
        {
            var words = line.Split(' ');
            if (words[0] == Computed)
                _computed.Add(words[2]);
            if (!_rows.TryGetValue(words[1], out var rows))
                _rows.Add(words[1], rows = new(StringComparer.Ordinal));
            rows.Add(words[2], words[0] == Computed ? BurnedInReasons.None : (BurnedInReasons)Enum.Parse(typeof(BurnedInReasons), words[0]));
        }
        _phrases = _rows.ToDictionary(
            rows => rows.Key,
            rows => rows.Value.ToLookup(row => row.Key.Split('_')[0], row => ($" {row.Key.Replace('_', ' ')} ", row.Value), StringComparer.Ordinal),
            StringComparer.Ordinal);
        _classes = [.. _rows["SOPClassUID"].Keys.OrderByDescending(uid => uid.Length)];
    }

    public static BurnedInKinds Table => Loaded.Value;

    /// <summary>Whether nothing is drawn in images of a class; where the table does not know the class, in those of a modality.</summary>
    public bool IsComputed(string modality, string sopClassUid) => ListedRootOf(sopClassUid) is { } listed
        ? Roots(listed).Any(_computed.Contains)
        : _computed.Contains(modality);

    /// <summary>Why images of a modality may have text; null where the table does not know it.</summary>
    public BurnedInReasons? FindModality(string modality) => _rows["Modality"].TryGetValue(modality, out var reason) ? reason : null;

    /// <summary>Why images of a class, or of the class that its UID extends, may have text; null where the table has neither.</summary>
    public BurnedInReasons? FindClass(string sopClassUid) =>
        ListedRootOf(sopClassUid) is { } listed ? _rows["SOPClassUID"][listed] : null;

    /// <summary>The reasons that a text gives; null where it has none of the words that the table lists.</summary>
    /// <param name="attribute">What the table calls the place of the text.</param>
    public BurnedInReasons? FindWords(string attribute, string text)
    {
        if (text.Length == 0)
            return null;
        var words = Normalize(text);
        BurnedInReasons? found = null;
        var phrases = _phrases[attribute];
        foreach (var word in words.Split(' '))
        {
            foreach (var (phrase, reason) in phrases[word])
            {
                if (words.Contains(phrase))
                    found = (found ?? 0) | reason;
            }
        }
        return found;
    }

    /// <summary>The words in capitals with one space around each.</summary>
    private static string Normalize(string text)
    {
        var words = new StringBuilder(" ", text.Length + 2);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                words.Append(char.ToUpperInvariant(character));
            else if (words[words.Length - 1] != ' ')
                words.Append(' ');
        }
        return words.Append(words[words.Length - 1] == ' ' ? "" : " ").ToString();
    }

    /// <summary>The longest class that the table lists among a UID and what it extends; null for none.</summary>
    private string? ListedRootOf(string sopClassUid)
    {
        foreach (var listed in _classes)
        {
            if (sopClassUid.StartsWith(listed, StringComparison.Ordinal) && (sopClassUid.Length == listed.Length || sopClassUid[listed.Length] == '.'))
                return listed;
        }
        return null;
    }

    /// <summary>A UID and what it extends, the longest first.</summary>
    private static IEnumerable<string> Roots(string uid)
    {
        while (uid.Length > 0)
        {
            yield return uid;
            uid = uid.Substring(0, Math.Max(0, uid.LastIndexOf('.')));
        }
    }
}

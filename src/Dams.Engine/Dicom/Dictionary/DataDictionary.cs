using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text;
using Dams.Core;
using Dams.Core.Compatibility;
using Dams.Dicom.Reading;

namespace Dams;

/// <summary>The data elements of PS3.6 and PS3.7: tag, keyword and value representation.</summary>
/// <remarks>Loads on first use. Safe for use by several threads.</remarks>
public static class DataDictionary
{
    private static readonly byte[] Text = EmbeddedText.Bytes("elements.txt");
    private static readonly int[] LineStarts = FindLines(Text);
    private static readonly TagIndex Index = new(Array.ConvertAll(LineStarts, ReadTag));
    private static readonly Vr[] Vrs = Array.ConvertAll(LineStarts, line => Vr.FromBytes(Text[line + 9], Text[line + 10]));
    private static readonly RepeatingElement[] Repeating = LoadRepeating();
    private static readonly Lazy<Dictionary<string, Tag>> ByKeyword = new(IndexKeywords);

    private readonly record struct RepeatingElement(uint Mask, uint Value, Vr Vr, string Keyword);

    /// <summary>Every keyword of the dictionary, in the order of tags.</summary>
    public static IEnumerable<string> Keywords => ByKeyword.Value.Keys;

    /// <summary>The tags that mean one element, in their order.</summary>
    internal static IEnumerable<Tag> Tags
    {
        get
        {
            foreach (var tag in Index.Tags)
                yield return new Tag(tag);
        }
    }

    /// <summary>
    /// The value representation of an element. Of several that the standard allows, the first; LO for a private
    /// creator, UL for a group length, UN for what the dictionary does not hold.
    /// </summary>
    [MethodImpl(HotPath.Options)]
    public static Vr VrOf(Tag tag)
    {
        var index = Index.Find(tag);
        if (index >= 0)
            return Vrs[index];
        if (tag.IsGroupLength)
            return Vr.UL;
        if (tag.IsPrivate)
            return tag.IsPrivateCreator ? Vr.LO : Vr.UN;
        return FindRepeating(tag) is { } repeating ? repeating.Vr : Vr.UN;
    }

    /// <summary>Whether the dictionary holds the element; never true of a private one.</summary>
    public static bool Contains(Tag tag) => LineOf(tag) >= 0 || tag.IsGroupLength || FindRepeating(tag) is not null;

    /// <summary>The keyword of an element; empty for one that has none.</summary>
    public static string KeywordOf(Tag tag)
    {
        var line = LineOf(tag);
        if (line < 0)
            return FindRepeating(tag)?.Keyword ?? "";
        var keyword = Word(line, 3);
        return keyword == "-" ? "" : keyword;
    }

    /// <summary>Finds an element by its keyword, whatever the case, or by its tag in hexadecimal.</summary>
    public static bool TryFind(string? keywordOrTag, out Tag tag)
    {
        tag = default;
        return keywordOrTag is not null
            && (ByKeyword.Value.TryGetValue(keywordOrTag.Trim(), out tag) || Tag.TryParse(keywordOrTag, out tag));
    }

    [MethodImpl(HotPath.Options)]
    private static int LineOf(Tag tag)
    {
        var index = Index.Find(tag);
        return index < 0 ? -1 : LineStarts[index];
    }

    private static RepeatingElement? FindRepeating(Tag tag)
    {
        if (tag.IsPrivate)
            return null;
        foreach (var element in Repeating)
        {
            if ((tag.Value & element.Mask) == element.Value)
                return element;
        }
        return null;
    }

    private static string Word(int line, int number)
    {
        var start = line;
        for (; number > 0; number--)
            start = Array.IndexOf(Text, (byte)' ', start) + 1;
        var end = start;
        while (Text[end] is not ((byte)' ' or (byte)'\n'))
            end++;
        return Encoding.ASCII.GetString(Text, start, end - start);
    }

    private static int[] FindLines(byte[] text)
    {
        var starts = new List<int>(6000);
        for (var i = 0; i < text.Length; i = Array.IndexOf(text, (byte)'\n', i) + 1)
            starts.Add(i);
        return starts.ToArray();
    }

    private static uint ReadTag(int line)
    {
        uint value = 0;
        for (var i = line; i < line + 8; i++)
            value = (value << 4) | (uint)(Text[i] <= '9' ? Text[i] - '0' : Text[i] - 'A' + 10);
        return value;
    }

    private static RepeatingElement[] LoadRepeating()
    {
        var elements = new List<RepeatingElement>();
        foreach (var line in EmbeddedText.Lines("repeating-elements.txt"))
        {
            var words = line.Split(' ');
            uint mask = 0, value = 0;
            foreach (var digit in words[0])
            {
                mask = (mask << 4) | (digit == 'x' ? 0u : 0xFu);
                value = (value << 4) | (digit == 'x' ? 0u : Convert.ToUInt32(digit.ToString(), 16));
            }
            elements.Add(new RepeatingElement(mask, value, Vr.Parse(words[1]), words[3]));
        }
        return elements.ToArray();
    }

    private static Dictionary<string, Tag> IndexKeywords()
    {
        var index = new Dictionary<string, Tag>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in Index.Tags)
        {
            var keyword = KeywordOf(new Tag(tag));
            if (keyword.Length > 0 && !index.ContainsKey(keyword))
                index.Add(keyword, new Tag(tag));
        }
        return index;
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using Dams.Core;

namespace Dams.Dicom.Dictionary;

/// <summary>
/// Private elements whose meaning is known: those that PS3.15 table E.3.10-1 calls safe, and those that makers have
/// published. An element is known by its creator, its group and its place in the block that the creator reserved (PS3.5
/// section 7.8.1).
/// </summary>
internal static class PrivateDictionary
{
    private static readonly Lazy<Dictionary<(string Creator, ushort Group, byte Offset), PrivateElement>> Loaded = new(Load);

    /// <summary>The element; null for one that is not known.</summary>
    /// <param name="creator">The private creator, without padding.</param>
    public static PrivateElement? Find(string creator, Tag tag) =>
        Loaded.Value.TryGetValue((creator, tag.Group, (byte)tag.Element), out var known) ? known : null;

    private static Dictionary<(string, ushort, byte), PrivateElement> Load()
    {
        var elements = new Dictionary<(string, ushort, byte), PrivateElement>();
        foreach (var line in EmbeddedText.Lines("private-elements.txt"))
        {
            var fields = line.Split('\t');
            // Elements at a fixed place and in repeating groups are not in blocks; no rule needs them.
            if (fields[2].Length != 2 || fields[1].IndexOf('x') >= 0)
                continue;
            var key = (fields[0], Hex(fields[1]), (byte)Hex(fields[2]));
            elements[key] = new PrivateElement(Vr.Parse(fields[3]), IsSafe: fields[4] == "safe");
        }
        return elements;
    }

    private static ushort Hex(string text) => ushort.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

/// <summary>A private element whose meaning is known.</summary>
/// <param name="IsSafe">Whether PS3.15 table E.3.10-1 lists it as free of identifying information.</param>
internal sealed record PrivateElement(Vr Vr, bool IsSafe);

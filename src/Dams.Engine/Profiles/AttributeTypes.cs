using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Profiles;

/// <summary>
/// The types (PS3.5 section 7.4) that the IODs of PS3.3 give the attributes that a profile may remove.
/// Conditions count as met by an attribute that is present: 1C is 1, 2C is 2.
/// </summary>
internal sealed class AttributeTypes
{
    // The table has no path as long as this; nothing needs to look further up.
    private const int LongestPath = 128;

    // Responsible Person must have a value where its role has one, since the role may be present only then (PS3.3 table C.7-1).
    private static readonly Dictionary<Tag, Tag> Dependents = new() { [new Tag(0x00102297)] = new Tag(0x00102298) };

    // RT Accessory Holder Slot ID must have a value in the sequence of slots (PS3.3 table C.36.2.2.14-1), though table E.1-1 prints Z
    // alone. Table E.1-1a lets Z be a dummy.
    private static readonly Tag SlotID = new(0x300A0611), Slots = new(0x300A0610);

    private static readonly Lazy<AttributeTypes> Loaded = new(() => new AttributeTypes());

    private readonly Dictionary<string, int> _classes = new();
    // By tag and path; of attributes at the root by tag alone, since every file has many of them.
    private readonly Dictionary<string, List<(int Type, BitArray Classes)>> _types = new();
    private readonly Dictionary<uint, List<(int Type, BitArray Classes)>> _rootTypes = [];
    private readonly HashSet<uint> _tags = [];

    // Of which the table names several actions, so that one has to be chosen for every instance.
    private readonly HashSet<uint> _choices = [.. ConfidentialityTable.Rows.Concat(Siblings.All.Select(sibling => sibling.Row))
        .Where(row => row.Attributes.IsExact && (row.Basic & (row.Basic - 1)) != 0).Select(row => row.Attributes.Value)];

    private AttributeTypes()
    {
        foreach (var line in EmbeddedText.Lines("attribute-types.txt"))
        {
            var words = line.Split(' ');
            if (words[0] == "class")
                _classes.Add(words[2], int.Parse(words[1], CultureInfo.InvariantCulture));
            else
                AddType(words[0], words[1], words[2][0] - '0', words[3]);
        }
    }

    public static AttributeTypes Standard => Loaded.Value;

    /// <summary>
    /// The type of an attribute: 1, 2 or 3; null where the action depends on it and the SOP class is not known.
    /// </summary>
    public int? Find(string sopClassUid, ElementTree tree, int index)
    {
        if (tree[index].Tag == SlotID && tree[index].Parent is >= 0 and var item && tree[item].Parent is >= 0 and var slots && tree[slots].Tag == Slots)
            return 1;
        if (!_tags.Contains(tree[index].Tag.Value))
            return 3;
        if (!_classes.TryGetValue(sopClassUid, out var number))
            return _choices.Contains(tree[index].Tag.Value) ? null : 3;
        var isListed = tree[index].Parent == ElementTree.Root
            ? _rootTypes.TryGetValue(tree[index].Tag.Value, out var types)
            : _types.TryGetValue($"{tree[index].Tag.Value:X8} {PathOf(tree, index)}", out types);
        if (isListed)
        {
            foreach (var (type, classes) in types!)
            {
                if (classes[number])
                    return type == 2 && HasDependent(tree, index) ? 1 : type;
            }
        }
        return 3;
    }

    /// <summary>
    /// The sequences that enclose an element, outermost first, joined by slashes. Content items nest to any depth; the
    /// table has them once.
    /// </summary>
    private static string PathOf(ElementTree tree, int index)
    {
        var path = new StringBuilder();
        var inner = default(Tag);
        for (var i = tree[index].Parent; i != ElementTree.Root && path.Length < LongestPath; i = tree[i].Parent)
        {
            var tag = tree[i].Tag;
            if (tree[i].IsItem || (tag == KnownTag.ContentSequence && inner == tag))
                continue;
            path.Insert(0, path.Length == 0 ? $"{tag.Value:X8}" : $"{tag.Value:X8}/");
            inner = tag;
        }
        return path.Length == 0 ? "-" : path.ToString();
    }

    private static bool HasDependent(ElementTree tree, int index) => Dependents.TryGetValue(tree[index].Tag, out var dependent)
        && tree.Find(dependent, tree[index].Parent) is >= 0 and var found && tree[found].ValueLength > 0;

    private void AddType(string tag, string path, int type, string ranges)
    {
        _tags.Add(Convert.ToUInt32(tag, 16));
        var key = $"{tag} {path}";
        var classes = new BitArray(_classes.Count);
        foreach (var range in ranges.Split(','))
        {
            var bounds = Array.ConvertAll(range.Split('-'), bound => int.Parse(bound, CultureInfo.InvariantCulture));
            for (var i = bounds[0]; i <= bounds[bounds.Length - 1]; i++)
                classes[i] = true;
        }
        if (!_types.TryGetValue(key, out var types))
        {
            _types.Add(key, types = []);
            if (path == "-")
                _rootTypes.Add(Convert.ToUInt32(tag, 16), types);
        }
        types.Add((type, classes));
    }
}

using System;
using System.Collections;
using System.Collections.Generic;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>Finds to which private creator an element of a file belongs, and the rule for it (PS3.5 section 7.8.1).</summary>
internal sealed class PrivateBlocks
{
    // PS3.5 table 6.2-1: no creator is longer, and none of a rule or a table either.
    private const int LongestCreator = 64;

    private readonly Profile _profile;
    private readonly DicomFile _file;
    private readonly ElementTree _tree;
    private readonly Lazy<Dictionary<int, string>> _creators;
    private readonly Lazy<BitArray> _used;
    private (Tag Creator, int Parent, int Index) _last = (default, ElementTree.Root, -1);

    public PrivateBlocks(Profile profile, DicomFile file)
    {
        _profile = profile;
        _file = file;
        _tree = file.Dataset;
        _creators = new Lazy<Dictionary<int, string>>(ReadCreators);
        _used = new Lazy<BitArray>(FindUsed);
    }

    /// <summary>The value representation by which to read an element, private or not.</summary>
    public Vr VrOf(int index)
    {
        var element = _tree[index];
        var vr = ValueReader.VrOf(element);
        return vr == Vr.UN && element.Tag.IsPrivate && _profile.DependsOnPrivateCreators ? VrOf(element, CreatorOf(index)) : vr;
    }

    /// <summary>The rule for a private element; a creator stays where an element of its block does.</summary>
    public Rule RuleFor(int index)
    {
        var tag = _tree[index].Tag;
        if (!_profile.DependsOnPrivateCreators)
            return _profile.RuleForPrivate(tag, _tree[index].Vr, creator: "", fits: true);
        if (!tag.IsPrivateCreator)
            return RuleForElement(index);
        var explicitRule = _profile.RuleFor(tag, Vr.LO);
        // Of two that reserve one block, both stay or none.
        return explicitRule.Action == RuleAction.Keep || _used.Value[_tree.Find(tag, _tree[index].Parent)] ? Rule.Keep : Rule.Remove;
    }

    /// <summary>The creator that reserved the block of an element; empty where none did.</summary>
    private string CreatorOf(int index)
    {
        var creator = IndexOfCreator(index);
        return creator >= 0 ? _creators.Value[creator] : "";
    }

    private int IndexOfCreator(int index)
    {
        ref readonly var element = ref _tree[index];
        var creator = new Tag(element.Tag.Group, (ushort)(element.Tag.Element >> 8));
        // The elements of a block stand together.
        if (creator != _last.Creator || element.Parent != _last.Parent)
            _last = (creator, element.Parent, creator.IsPrivateCreator ? _tree.Find(creator, element.Parent) : -1);
        return _last.Index;
    }

    private static Vr VrOf(Element element, string creator) =>
        element.Vr == Vr.UN && PrivateDictionary.Find(creator, element.Tag) is { } known ? known.Vr : element.Vr;

    private Rule RuleForElement(int index)
    {
        var element = _tree[index];
        var creator = CreatorOf(index);
        var fits = PrivateDictionary.Find(creator, element.Tag) is not { IsSafe: true } known || SafePrivateValue.Fits(_file, element, known.Vr);
        return _profile.RuleForPrivate(element.Tag, VrOf(element, creator), creator, fits);
    }

    /// <summary>Reads all creators at once, in the order of the file, since each stands far from its elements.</summary>
    private Dictionary<int, string> ReadCreators()
    {
        var creators = new Dictionary<int, string>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "" };
        for (var i = 0; i < _tree.Count; i++)
        {
            _file.Source.Cancellation.ThrowIfCancellationRequested();
            if (!_tree[i].Tag.IsPrivateCreator)
                continue;
            // A name in characters of two bytes is twice as long.
            var text = _tree[i].ValueLength <= 4 * LongestCreator ? _file.Values.Text(_tree, i, Vr.LO) : "";
            if (!names.TryGetValue(text, out var name))
                names.Add(text, name = text);
            if (names.Count > ReadLimits.Creators)
                throw DicomErrors.PassesLimit($"{ReadLimits.Creators} private creators");
            creators.Add(i, name);
        }
        return creators;
    }

    /// <summary>The creators of which an element stays.</summary>
    private BitArray FindUsed()
    {
        var used = new BitArray(_tree.Count);
        for (var i = 0; i < _tree.Count; i++)
        {
            _file.Source.Cancellation.ThrowIfCancellationRequested();
            if (_tree[i].Tag is { IsPrivate: true, IsPrivateCreator: false } && IndexOfCreator(i) is >= 0 and var creator
                && !used[creator] && RuleForElement(i).Action != RuleAction.Remove)
            {
                used[creator] = true;
            }
        }
        return used;
    }
}

using System;
using System.Collections.Generic;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Dicom.Rewriting;

/// <summary>
/// The changes to one file. What no edit names is copied as it is, so that nothing changes that was not asked to.
/// </summary>
internal sealed class EditList
{
    private readonly DicomFile _file;
    private readonly ElementTree _tree;
    // In most instances about this many elements change.
    private readonly List<Edit> _edits = new(64);
    private readonly ElementBuffer _newBytes = new();
    private long _end;

    public EditList(DicomFile file)
    {
        _file = file;
        _tree = file.Dataset;
        IsDeflated = file.Syntax.IsDeflated;
    }

    /// <summary>Preamble and file meta information of the output; null to keep those of the source.</summary>
    public byte[]? FileMeta { get; set; }

    /// <summary>Whether the output is deflated: as the source is, unless the head says otherwise.</summary>
    public bool IsDeflated { get; set; }

    /// <summary>What writes the pixel data anew; null to keep them.</summary>
    public IPixelRewriter? Pixels { get; private set; }

    /// <summary>The pixel data that are written anew.</summary>
    public int PixelIndex { get; private set; } = -1;

    /// <summary>Whether there is nothing to change.</summary>
    public bool IsEmpty => _edits.Count == 0 && FileMeta is null && Pixels is null && !DropsTrailing;

    /// <summary>Whether to drop what stands after the dataset.</summary>
    public bool DropsTrailing { get; set; }

    /// <summary>After this many bytes the output is a copy of the source.</summary>
    public long ChangedLength => (FileMeta?.Length ?? 0) + _newBytes.Length + _end;

    /// <summary>What <see cref="Complete"/> returned.</summary>
    public IReadOnlyList<Edit> Completed { get; private set; } = [];

    public ReadOnlySpan<byte> NewBytesOf(Edit edit) => _newBytes.Slice(edit.NewBytesStart, edit.NewBytesLength);

    /// <summary>Whether an element is removed or gets another value as a whole.</summary>
    public bool IsChanged(int index)
    {
        var (start, end) = (_tree[index].Offset, _tree[index].End);
        return _edits.Exists(edit => edit.Start <= start && edit.End >= end);
    }

    /// <summary>Cancels the edits that replace or remove an element as a whole.</summary>
    public void Cancel(int index)
    {
        var (start, end) = (_tree[index].Offset, _tree[index].End);
        _edits.RemoveAll(edit => edit.Start == start && edit.End == end);
    }

    /// <summary>Removes an element and all inside it.</summary>
    public void Remove(int index)
    {
        var element = _tree[index];
        Add(element.Offset, element.End, _newBytes.Length, element.Parent, element.Tag);
    }

    /// <summary>Gives an element another value, with a header in the same form if readers find the element by that.</summary>
    /// <param name="padding">The byte that makes an odd length even.</param>
    public void Replace(int index, ReadOnlySpan<byte> value, byte padding)
    {
        var element = _tree[index];
        var start = _newBytes.Length;
        var kept = element.HeaderLength - (element.HasShortLength ? sizeof(ushort) : sizeof(uint));
        var header = _file.Source.Peek(element.Offset, kept);
        // Where the value representation asks for a long length, readers recognise a short one by the old value only.
        var isMended = element.HasShortLength && Vr.FromBytes(header[4], header[5]) is { IsWellFormed: true, HasLongLength: true };
        _newBytes.Append(header);
        if (isMended)
            _newBytes.Append([0, 0]);
        _newBytes.WriteValue(element.Form, element.Tag, element.HasShortLength && !isMended, padding, value);
        Add(element.Offset, element.End, start, element.Parent, element.Tag);
    }

    /// <summary>Has pixel data at the root written anew. Lengths that count them, which are retired, go: the new one is known only when they are written.</summary>
    public void RewritePixels(int index, IPixelRewriter rewriter)
    {
        (PixelIndex, Pixels) = (index, rewriter);
        foreach (var tag in new[] { new Tag(_tree[index].Tag.Group, 0), KnownTag.LengthToEnd })
        {
            if (_tree.Find(tag) is >= 0 and var length && !IsChanged(length))
                Remove(length);
        }
    }

    /// <summary>Inserts an element directly inside an item or the root, where the order of tags puts it.</summary>
    /// <param name="write">Writes the element in the form that it is given.</param>
    public void Insert(int container, Tag tag, Action<ElementBuffer, ElementForm> write)
    {
        var (offset, form) = PlaceFor(container, tag);
        var start = _newBytes.Length;
        write(_newBytes, form);
        Add(offset, offset, start, container, tag);
    }

    /// <summary>Appends an item to a sequence.</summary>
    /// <param name="write">Writes the item, with its header, in the form that it is given.</param>
    public void AppendItem(int sequence, Action<ElementBuffer, ElementForm> write)
    {
        var element = _tree[sequence];
        var end = element.ValueOffset + element.ValueLength;
        var start = _newBytes.Length;
        write(_newBytes, FormOnly(element.Form));
        Add(end, end, start, sequence, ItemTag.Item);
    }

    /// <summary>The edits in the order of the file, with those that make the enclosing lengths right again.</summary>
    public IReadOnlyList<Edit> Complete()
    {
        foreach (var (element, value) in LengthFixes.Find(_file, _edits))
        {
            var isContainer = element.IsSequence || element.IsItem;
            var size = isContainer && element.HasShortLength ? sizeof(ushort) : sizeof(uint);
            // The length of a container stands right before what it holds; that of a group is a value.
            var position = isContainer ? element.ValueOffset - size : element.ValueOffset;
            var start = _newBytes.Length;
            if (size == sizeof(ushort))
                _newBytes.WriteUInt16(element.Form, (ushort)value);
            else
                _newBytes.WriteUInt32(element.Form, value);
            Add(position, position + size, start, element.Parent, element.Tag);
        }
        // Edits come nearly in the order of the file; an insertion stands before a change that starts at its place.
        // Of two at one place, the text that was written first stands first.
        _edits.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start)
            : one.End != other.End ? one.End.CompareTo(other.End)
            : one.NewBytesStart.CompareTo(other.NewBytesStart));
        return Completed = _edits;
    }

    private void Add(long start, long end, int newBytesStart, int container, Tag tag)
    {
        if (_newBytes.Length > ReadLimits.NewBytes)
            throw DicomErrors.PassesLimit($"{ReadLimits.NewBytes >> 20} MiB of new values");
        var edit = new Edit(start, end, newBytesStart, _newBytes.Length - newBytesStart, container, tag);
        _end = Math.Max(_end, end);
        if (_edits.Count > 0 && Continues(_edits[_edits.Count - 1], edit))
            _edits[_edits.Count - 1] = _edits[_edits.Count - 1] with { End = end };
        else
            _edits.Add(edit);
    }

    /// <summary>Whether a removal goes on where another ends, in the same group: they are one, however many there are.</summary>
    private static bool Continues(Edit last, Edit edit) =>
        last.NewBytesLength == 0 && edit.NewBytesLength == 0 && last.End == edit.Start && last.Start < last.End
        && last.Container == edit.Container && last.Tag.Group == edit.Tag.Group && !last.Tag.IsGroupLength && !edit.Tag.IsGroupLength
        && edit.Tag != KnownTag.LengthToEnd && last.Tag != KnownTag.LengthToEnd;

    private (long Offset, ElementForm Form) PlaceFor(int container, Tag tag)
    {
        var form = container == ElementTree.Root ? _tree.Form : _tree[container].Form;
        for (var i = _tree.FirstIn(container); i < _tree.EndOf(container); i = _tree[i].Next)
        {
            var element = _tree[i];
            form = element.Form;
            if (element.Tag.CompareTo(tag) > 0)
                return (element.Offset, FormOnly(form));
        }
        var end = container == ElementTree.Root
            ? _tree.End
            : _tree[container].ValueOffset + _tree[container].ValueLength;
        return (end, FormOnly(form));
    }

    private static ElementForm FormOnly(ElementForm form) => form & (ElementForm.ImplicitVr | ElementForm.BigEndian);
}

/// <summary>One change to a file: the bytes from start to end are replaced by others. An insertion ends where it starts.</summary>
/// <param name="Start">Bytes from the start of the file.</param>
/// <param name="NewBytesStart">Where the new bytes start in the buffer of the edit list.</param>
/// <param name="Container">The item that the change is directly in, or the root.</param>
/// <param name="Tag">The element that is changed, removed or inserted.</param>
internal readonly record struct Edit(long Start, long End, int NewBytesStart, int NewBytesLength, int Container, Tag Tag)
{
    public long Growth => NewBytesLength - (End - Start);
}

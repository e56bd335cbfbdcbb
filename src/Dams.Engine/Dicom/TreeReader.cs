using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Dams.Dicom;

/// <summary>
/// Reads where the elements of a dataset stand (PS3.5 section 7): both lengths, both byte orders, explicit or implicit,
/// nested to any depth, in any order of tags. What does not add up is an error with its place; nothing is guessed.
/// </summary>
internal sealed class TreeReader
{
    private const int MaximumUnknownDepth = 32;

    private readonly ByteSource _source;
    private readonly Predicate<Tag> _stopAt;
    private readonly ElementTree _tree = new();
    private readonly List<Container> _open = [];
    private long _position;
    private int _unknownDepth;
    private bool _passedPixelData;

    /// <summary>A sequence, an item or the root while it is read.</summary>
    /// <param name="End">Where it ends; <see cref="long.MaxValue"/> until its delimiter is met.</param>
    /// <param name="Limit">Where it ends at the latest: the end of what encloses it.</param>
    /// <param name="Form">How the elements in it are encoded.</param>
    private readonly record struct Container(int Index, long End, long Limit, bool IsSequence, ElementForm Form);

    private TreeReader(ByteSource source, long start, Predicate<Tag> stopAt)
    {
        _source = source;
        _position = start;
        _stopAt = stopAt;
    }

    /// <summary>Reads a dataset.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">Where the dataset starts.</param>
    /// <param name="limit">Where it ends at the latest.</param>
    /// <param name="syntax">Its encoding.</param>
    /// <param name="stopAt">True for the tag at the root before which to stop.</param>
    /// <exception cref="DamsException">The dataset cannot be read whole.</exception>
    public static ElementTree Read(
        ByteSource source, long start, long limit, TransferSyntax syntax, Predicate<Tag> stopAt)
    {
        var form = (syntax.IsExplicit ? ElementForm.None : ElementForm.ImplicitVr)
            | (syntax.IsBigEndian ? ElementForm.BigEndian : ElementForm.None);
        var reader = new TreeReader(source, start, stopAt);
        form = HeaderReader.DetectForm(source, start, limit, form);
        reader._open.Add(new Container(ElementTree.Root, limit, limit, IsSequence: false, form));
        reader.ReadContainers(depth: 0);
        reader._tree.Form = form;
        reader._tree.End = reader._position;
        return reader._tree;
    }

    [MethodImpl(HotPath.Options)]
    private void ReadContainers(int depth)
    {
        while (_open.Count > depth)
        {
            var container = _open[_open.Count - 1];
            if (_position >= container.End)
                Close(container.End);
            else if (container.IsSequence)
                ReadItem(container);
            else if (container.Index == ElementTree.Root && EndsHere(container))
                _open.Clear();
            else
                ReadElement(container);
        }
    }

    private void ReadItem(Container sequence)
    {
        var header = HeaderReader.ReadItem(_source, _position, sequence.Limit, sequence.Form);
        if (header.Tag == ItemTag.Item)
            OpenContainer(header, sequence, isSequence: false, sequence.Form);
        else if (sequence.End == long.MaxValue)
            Close(_position + header.Length);
        else
            throw Errors.MalformedDataset(_position, header.Tag, "an item of a sequence of known length");
    }

    [MethodImpl(HotPath.Options)]
    private void ReadElement(Container container)
    {
        var header = HeaderReader.Read(_source, _position, container.Limit, container.Form);
        if (header.Tag == ItemTag.ItemDelimitation && container.End == long.MaxValue)
            Close(_position + header.Length);
        else if (header.Tag.Group == ItemTag.Item.Group)
            throw Errors.MalformedDataset(_position, header.Tag, "a data element");
        else if (header.HasUndefinedLength)
            ReadUndefinedLength(header, container);
        else
            ReadDefinedLength(header, container);
    }

    private void ReadUndefinedLength(ElementHeader header, Container container)
    {
        if (header.Vr == Vr.OB || header.Vr == Vr.OW || header.Tag == KnownTag.PixelData)
        {
            var end = HeaderReader.SkipFragments(_source, _position + header.Length, container.Limit);
            AddLeaf(header, container.Form | ElementForm.UndefinedLength | ElementForm.Fragments, end, container);
        }
        else if (header.Vr == Vr.SQ)
        {
            OpenContainer(header, container, isSequence: true, container.Form);
        }
        else if (header.Vr == Vr.UN)
        {
            // PS3.5 section 6.2.2: inside an unknown value of undefined length all is implicit little endian.
            OpenContainer(header, container, isSequence: true, ElementForm.ImplicitVr);
        }
        else
        {
            throw Errors.MalformedDataset(_position, header.Tag, "a length, which only sequences and pixel data may leave undefined");
        }
    }

    [MethodImpl(HotPath.Options)]
    private void ReadDefinedLength(ElementHeader header, Container container)
    {
        var valueOffset = _position + header.Length;
        if (valueOffset + header.ValueLength > container.Limit)
            throw Errors.TruncatedElement(_position, header.Tag, header.ValueLength, container.Limit - valueOffset);
        if (header.Vr == Vr.SQ && (container.Form & ElementForm.ImplicitVr) != 0 && !StartsWithItem(header, container.Form))
            // Only the dictionary calls it a sequence; other editions of the standard did not.
            AddLeaf(header with { Vr = Vr.UN }, container.Form, valueOffset + header.ValueLength, container);
        else if (header.Vr == Vr.SQ)
            OpenContainer(header, container, isSequence: true, container.Form);
        else if (header.Vr != Vr.UN || !TryReadUnknownSequence(header, container))
            AddLeaf(header, container.Form, valueOffset + header.ValueLength, container);
    }

    /// <summary>A writer that does not know a sequence may call it unknown and still leave its items as they were.</summary>
    private bool TryReadUnknownSequence(ElementHeader header, Container container)
    {
        if (header.ValueLength == 0 || _unknownDepth == MaximumUnknownDepth || !StartsWithItem(header, ElementForm.None))
            return false;
        var (start, count, depth) = (_position, _tree.Count, _open.Count);
        _unknownDepth++;
        try
        {
            OpenContainer(header, container, isSequence: true, ElementForm.ImplicitVr);
            ReadContainers(depth);
            return true;
        }
        catch (DamsException)
        {
            _tree.Truncate(count);
            _open.RemoveRange(depth, _open.Count - depth);
            _position = start;
            return false;
        }
        finally
        {
            _unknownDepth--;
        }
    }

    private bool StartsWithItem(ElementHeader header, ElementForm form) =>
        header.ValueLength == 0
        || (header.ValueLength >= ElementHeader.ItemLength
            && HeaderReader.ReadTag(_source.Peek(_position + header.Length, ElementHeader.ItemLength), form) == ItemTag.Item);

    private void AddLeaf(ElementHeader header, ElementForm form, long end, Container container)
    {
        Add(header, form, end, container);
        if (container.Index == ElementTree.Root && header.Tag == KnownTag.PixelData)
            _passedPixelData = true;
        _position = end;
    }

    private void OpenContainer(ElementHeader header, Container parent, bool isSequence, ElementForm content)
    {
        var valueOffset = _position + header.Length;
        var end = header.HasUndefinedLength ? long.MaxValue : valueOffset + header.ValueLength;
        if (!header.HasUndefinedLength && end > parent.Limit)
            throw Errors.TruncatedElement(_position, header.Tag, header.ValueLength, parent.Limit - valueOffset);
        var form = parent.Form
            | (isSequence ? ElementForm.Sequence : ElementForm.None)
            | (header.HasUndefinedLength ? ElementForm.UndefinedLength : ElementForm.None);
        Add(header, form, end, parent);
        var limit = Math.Min(end, parent.Limit);
        if (!isSequence)
            content = HeaderReader.DetectForm(_source, valueOffset, limit, content);
        _open.Add(new Container(_tree.Count - 1, end, limit, isSequence, content));
        _position = valueOffset;
    }

    [MethodImpl(HotPath.Options)]
    private void Add(ElementHeader header, ElementForm form, long end, Container parent)
    {
        if (_tree.Count == ElementTree.MaximumCount)
            throw Errors.TooManyElements(ElementTree.MaximumCount);
        _tree.Add(new Element(header.Tag, header.Vr, header.Length, form, _position, end, parent.Index, _tree.Count + 1));
    }

    private void Close(long end)
    {
        var container = _open[_open.Count - 1];
        _open.RemoveAt(_open.Count - 1);
        if (container.Index != ElementTree.Root)
            _tree.Close(container.Index, end);
        _position = end;
    }

    /// <summary>
    /// Whether the root ends before the next bytes: at the tag to stop at, or where no element stands any more but
    /// padding with zeros or, behind pixel data, whatever has no header that fits.
    /// </summary>
    [MethodImpl(HotPath.Options)]
    private bool EndsHere(Container root)
    {
        var bytes = _source.Peek(_position, ElementHeader.ItemLength);
        if (bytes.Length < ElementHeader.ItemLength || HeaderReader.ReadTag(bytes, root.Form).Value == 0)
            return _passedPixelData || HeaderReader.IsZeroToEnd(_source, _position);
        if (_stopAt(HeaderReader.ReadTag(bytes, root.Form)))
            return true;
        if (!_passedPixelData)
            return false;
        try
        {
            var header = HeaderReader.Read(_source, _position, root.Limit, root.Form);
            return header.Tag.Group == ItemTag.Item.Group
                || (!header.HasUndefinedLength && _position + header.Length + header.ValueLength > root.Limit)
                || (header.Tag.CompareTo(KnownTag.PixelData) < 0 && !AreElementsToEnd(root));
        }
        catch (DamsException)
        {
            return true;
        }
    }

    /// <summary>Whether elements out of order, which others read, stand behind pixel data to the last byte.</summary>
    private bool AreElementsToEnd(Container root)
    {
        var position = _position;
        while (position < root.Limit)
        {
            var header = HeaderReader.Read(_source, position, root.Limit, root.Form);
            if (header.HasUndefinedLength || !DataDictionary.Contains(header.Tag))
                return false;
            position += header.Length + header.ValueLength;
        }
        return position == root.Limit;
    }
}

using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;
using Dams.Dicom.Dictionary;

namespace Dams.Dicom.Reading;

/// <summary>
/// Reads where the elements of a dataset stand (PS3.5 section 7): both lengths, both byte orders, explicit or implicit,
/// nested, in any order of tags. What other toolkits read too is read though the standard has it otherwise:
/// <see cref="MisplacedDelimiters"/>, <see cref="NonstandardHeaders"/>, <see cref="TrailingBytes"/>. What does not add up is an
/// error with its place.
/// </summary>
internal sealed class TreeReader
{
    private readonly ByteSource _source;
    private readonly Predicate<Tag> _stopAt;
    private readonly ElementTree _tree = new();
    private readonly List<Container> _open = [];
    private readonly TrailingBytes _trailingBytes;
    private readonly NonstandardHeaders _headers;
    private readonly AfterPixelData _afterPixelData;
    private readonly MisplacedDelimiters _misplaced;
    private long _position;
    private int _unknownDepth;
    private int _falseSequences;
    private bool _passedPixelData;

    /// <summary>A sequence, an item or the root while it is read.</summary>
    /// <param name="End">Where it ends; <see cref="long.MaxValue"/> until its delimiter is met.</param>
    /// <param name="Limit">Where it ends at the latest: the end of what encloses it.</param>
    /// <param name="Form">How the elements in it are encoded.</param>
    private readonly record struct Container(int Index, long End, long Limit, bool IsSequence, ElementForm Form);

    private TreeReader(ByteSource source, long start, Predicate<Tag> stopAt)
    {
        _source = source;
        _trailingBytes = new TrailingBytes(source);
        _headers = new NonstandardHeaders(source);
        _afterPixelData = new AfterPixelData(source, _headers);
        _misplaced = new MisplacedDelimiters(source);
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
        reader._tree.IsNonstandard |= reader._headers.HaveOccurred || reader._misplaced.HaveOccurred;
        reader._tree.End = reader._misplaced.StartOfLast ?? reader._position;
        return reader._tree;
    }

    [MethodImpl(HotPath.Options)]
    private void ReadContainers(int depth)
    {
        while (_open.Count > depth)
        {
            _source.Cancellation.ThrowIfCancellationRequested();
            var container = _open[_open.Count - 1];
            if (_position >= container.End)
                Close(container.End);
            else if (container.IsSequence)
                ReadItem(container);
            else if (container.Index == ElementTree.Root)
                ReadAtRoot(container);
            else
                ReadElement(container);
        }
    }

    private void ReadAtRoot(Container root)
    {
        try
        {
            if (EndsHere(root))
                _open.Clear();
            else
                ReadElement(root);
        }
        catch (DamsException e) when (!e.IsLimit && _open.Count == 1 && _trailingBytes.IsAt(_position, _tree, root.Form))
        {
            _open.Clear();
        }
    }

    private void ReadItem(Container sequence)
    {
        var header = HeaderReader.ReadDelimiter(_source, _position, sequence.Limit, sequence.Form);
        var isOpen = sequence.End == long.MaxValue;
        if (header.Tag == ItemTag.Item)
            OpenContainer(header, sequence, isSequence: false, sequence.Form);
        else if (header.Tag == ItemTag.SequenceDelimitation && isOpen)
            Close(_position + header.Length);
        else if (!IsTolerated(header))
            throw DicomErrors.MalformedDataset(
                _position, header.Tag, header.Tag == ItemTag.SequenceDelimitation ? "an item of a sequence of known length" : "an item of a sequence");
        else if (isOpen && _misplaced.EndsSequence(header.Tag, _position + header.Length, sequence.Limit, sequence.Form))
            Close(_position + header.Length);
        else
            SkipDelimiter(header);
    }

    [MethodImpl(HotPath.Options)]
    private void ReadElement(Container container)
    {
        var header = ReadHeader(container);
        if (header.Tag.Group == ItemTag.Item.Group)
            ReadDelimiter(header, container);
        else if (header.HasUndefinedLength)
            ReadUndefinedLength(header, container);
        else
            ReadDefinedLength(header, container);
    }

    private ElementHeader ReadHeader(Container container) => _headers.ReadAny(_position, container.Limit, container.Form);

    private void ReadDelimiter(ElementHeader header, Container container)
    {
        var isOpen = container.End == long.MaxValue;
        if (header.Tag == ItemTag.ItemDelimitation && isOpen)
            Close(_position + header.Length);
        else if (!IsTolerated(header))
            throw DicomErrors.MalformedDataset(_position, header.Tag, "a data element");
        else if (isOpen && _misplaced.EndsItem(header.Tag, _position))
            Close(_position, hasDelimiter: false);
        else
            SkipDelimiter(header);
    }

    // Where it is a guess that there are items at all, no delimiter may stand where none belongs.
    private bool IsTolerated(ElementHeader header) => _unknownDepth == 0 && MisplacedDelimiters.IsAllowed(header);

    private void SkipDelimiter(ElementHeader header)
    {
        _misplaced.Pass(_position);
        _position += header.Length;
    }

    private void ReadUndefinedLength(ElementHeader header, Container container)
    {
        if (header.Vr == Vr.OB || header.Vr == Vr.OW || header.Tag == KnownTag.PixelData)
        {
            var end = HeaderReader.SkipFragments(_source, _position + header.Length, container.Limit, out var isDelimited, out var count);
            var form = container.Form | ElementForm.UndefinedLength | ElementForm.Fragments;
            if (!isDelimited && !(container.Index == ElementTree.Root && UndelimitedFragments.HoldAllFrames(_source, _tree, count - 1, end)))
                throw DicomErrors.TruncatedHeader(end, "a fragment of pixel data or the end of them", isAtEnd: true);
            _tree.IsNonstandard |= !isDelimited;
            AddLeaf(header, isDelimited ? form : form | ElementForm.Undelimited, end, container);
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
            throw DicomErrors.MalformedDataset(_position, header.Tag, "a length, which only sequences and pixel data may leave undefined");
        }
    }

    [MethodImpl(HotPath.Options)]
    private void ReadDefinedLength(ElementHeader header, Container container)
    {
        var valueOffset = _position + header.Length;
        if (valueOffset + header.ValueLength > container.Limit)
            throw DicomErrors.TruncatedElement(_position, header.Tag, header.ValueLength, container.Limit - valueOffset, isAtEnd: container.Limit >= _source.Length);
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
        if (header.ValueLength == 0 || _unknownDepth == ReadLimits.UnknownDepth || !StartsWithItem(header, ElementForm.None))
            return false;
        var (start, count, depth) = (_position, _tree.Count, _open.Count);
        _unknownDepth++;
        try
        {
            OpenContainer(header, container, isSequence: true, ElementForm.ImplicitVr);
            ReadContainers(depth);
            _tree.IsNonstandard = true;
            return true;
        }
        catch (DamsException e) when (!e.IsLimit)
        {
            if (++_falseSequences > ReadLimits.Guesses)
                throw DicomErrors.PassesLimit($"{ReadLimits.Guesses} values that begin like sequences and are none");
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
            throw DicomErrors.TruncatedElement(_position, header.Tag, header.ValueLength, parent.Limit - valueOffset, isAtEnd: parent.Limit >= _source.Length);
        var form = parent.Form
            | (isSequence ? ElementForm.Sequence : ElementForm.None)
            | (header.HasUndefinedLength ? ElementForm.UndefinedLength : ElementForm.None);
        Add(header, form, end, parent);
        var limit = Math.Min(end, parent.Limit);
        if (_open.Count > 2 * ReadLimits.Depth)
            throw DicomErrors.PassesLimit($"{ReadLimits.Depth} items inside one another");
        if (!isSequence)
        {
            var declared = content;
            content = HeaderReader.DetectForm(_source, valueOffset, limit, declared);
            _tree.IsNonstandard |= content != declared;
        }
        _open.Add(new Container(_tree.Count - 1, end, limit, isSequence, content));
        _position = valueOffset;
    }

    [MethodImpl(HotPath.Options)]
    private void Add(ElementHeader header, ElementForm form, long end, Container parent)
    {
        if (_tree.Count == ReadLimits.Elements)
            throw DicomErrors.TooManyElements(ReadLimits.Elements);
        _misplaced.PassElement();
        _tree.Add(new Element(header.Tag, header.Vr, header.Length, form, _position, end, parent.Index, _tree.Count + 1));
    }

    private void Close(long end, bool hasDelimiter = true)
    {
        var container = _open[_open.Count - 1];
        _open.RemoveAt(_open.Count - 1);
        _position = end;
        if (container.Index == ElementTree.Root)
            return;
        _tree.Close(container.Index, end, hasDelimiter);
        _tree.IsNonstandard |= !hasDelimiter;
        _misplaced.PassElement();
        if (container.IsSequence && container.End == end)
            _misplaced.PassSequenceOfKnownLength(end);
    }

    /// <summary>
    /// Whether the root ends before the next bytes: at the tag to stop at, or where no element stands any more but
    /// padding or, after pixel data, whatever is no DICOM.
    /// </summary>
    [MethodImpl(HotPath.Options)]
    private bool EndsHere(Container root)
    {
        var bytes = _source.Peek(_position, ElementHeader.ItemLength);
        var isShort = bytes.Length < ElementHeader.ItemLength || HeaderReader.ReadTag(bytes, root.Form).Value is 0 or uint.MaxValue;
        if (isShort && !_passedPixelData)
            return _trailingBytes.IsAt(_position, _tree, root.Form);
        if (!isShort && _stopAt(HeaderReader.ReadTag(bytes, root.Form)))
            return true;
        return _passedPixelData && _afterPixelData.EndsHere(_tree, ref _position, root.Limit, root.Form, isShort);
    }
}

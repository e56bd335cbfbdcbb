using System;
using System.Buffers;
using System.Collections.Generic;
using Dams.Core;
using Dams.Dicom.Reading;

namespace Dams.Dicom.Rewriting;

/// <summary>
/// Reads an output again before it replaces a file, and compares its elements with the source and its edits:
/// each is there, where it has to stand, with the length that it has to have, and nothing else is.
/// </summary>
internal sealed class ReadBack
{
    private readonly DicomFile _source;
    private readonly EditList _edits;
    private readonly IReadOnlyList<Edit> _changes;
    private readonly DicomFile _written;
    private readonly int[] _places;
    private int _change;
    private int _at;
    // The offset up to which the source was compared, and the same place in the output.
    private long _read;
    private long _out;

    private ReadBack(DicomFile source, EditList edits, DicomFile written, int[] places)
    {
        (_source, _edits, _written, _places) = (source, edits, written, places);
        _changes = edits.Completed;
        (_read, _out) = (source.DatasetOffset, edits.Head?.Length ?? source.DatasetOffset);
    }

    /// <summary>Whether the output of a file has to be verified: its encoding or its structure is unusual.</summary>
    public static bool IsDue(DicomFile source, EditList edits) =>
        !source.HasPrefix || source.DatasetOffset > source.Meta.End || source.Syntax.Uid.Length == 0 || source.Syntax.IsDeflated || edits.Pixels is not null
        || source.Dataset.IsOdd || source.Dataset.HasGroupLengths || source.Dataset.End != source.Source.Length
        || !HasDeclaredForm(source);

    /// <summary>Reads what was written from its source and edits.</summary>
    /// <param name="path">The file, complete and closed.</param>
    /// <exception cref="DamsException">It cannot be read, or holds other elements than it has to.</exception>
    public static void Check(DicomFile source, EditList edits, string path)
    {
        var places = ArrayPool<int>.Shared.Rent(Math.Max(source.Dataset.Count, 1));
        try
        {
            using var written = DicomFile.Open(path, ReadScope.Places, source.Source.Cancellation);
            if (!new ReadBack(source, edits, written, places).Holds())
                throw DicomErrors.UnreadableOutput(Trouble.Lasting);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File && e.Id != nameof(DicomErrors.UnreadableOutput))
        {
            throw DicomErrors.UnreadableOutput(e.Trouble);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(places);
        }
    }

    private long Growth => _out - _read;

    private bool Holds() =>
        _written.DatasetOffset == _out
        && _written.Syntax.IsDeflated == _edits.IsDeflated
        && (_edits.Head is null ? _written.Syntax == _source.Syntax : HasDeclaredForm(_written) || KeepsNamelessForm())
        && HoldsElements()
        && _written.Dataset.End == _source.Dataset.End + Growth
        && _written.Source.Length == (_edits.DropsTrailing ? _source.Dataset.End : _source.Source.Length) + Growth;

    /// <summary>Whether elements that are implicit and big endian, which no transfer syntax describes, still are.</summary>
    private bool KeepsNamelessForm() =>
        _source.Syntax.IsBigEndian && _written.Syntax.IsBigEndian && _written.Dataset.Form == _source.Dataset.Form;

    private bool HoldsElements()
    {
        var tree = _source.Dataset;
        for (var i = 0; i < tree.Count;)
        {
            ref readonly var element = ref tree[i];
            if (!HoldsChanges(element.Offset, element.End))
                return false;
            if (element.Offset < _read)
            {
                i = element.Next;
                continue;
            }
            if (!HoldsKept(element, isRewritten: i == _edits.PixelIndex))
                return false;
            _places[i++] = _at++;
        }
        return HoldsChanges(long.MaxValue, long.MaxValue) && _at == _written.Dataset.Count;
    }

    /// <summary>Whether what changes up to an element and in its place is as it has to be.</summary>
    private bool HoldsChanges(long offset, long end)
    {
        for (; _change < _changes.Count && _changes[_change].Start <= offset; _change++)
        {
            var change = _changes[_change];
            var position = change.Start > _read ? change.Start + Growth : _out;
            // A length in a header that was compared already; it moves no element.
            if (change.Start < offset && change.Start < change.End && change.Growth == 0)
                continue;
            if (change.Start > _read)
                (_read, _out) = (change.Start, position);
            _read = Math.Max(_read, change.End);
            _out += change.TextLength;
            var isWhole = change.Start == change.End || (change.Start == offset && (change.End == end || change.TextLength == 0));
            if (!isWhole || !HoldsText(change, position))
                return false;
        }
        return true;
    }

    private bool HoldsText(Edit change, long position)
    {
        var end = position + change.TextLength;
        for (var isFirst = true; position < end; isFirst = false)
        {
            if (_at == _written.Dataset.Count)
                return false;
            ref readonly var element = ref _written.Dataset[_at];
            if (element.Offset != position || element.Parent != PlaceOf(change.Container) || (isFirst && element.Tag != change.Tag))
                return false;
            position = element.End;
            _at = element.Next;
        }
        return position == end;
    }

    private bool HoldsKept(in Element source, bool isRewritten)
    {
        if (_at == _written.Dataset.Count)
            return false;
        ref readonly var element = ref _written.Dataset[_at];
        var isSame = element.Tag == source.Tag && element.Vr == source.Vr && element.Form == source.Form
            && element.Offset == source.Offset + Growth && element.Parent == PlaceOf(source.Parent);
        if (!isRewritten)
            return isSame && (source.IsSequence || source.IsItem || element.End == source.End + Growth);
        (_read, _out) = (source.End, element.End);
        return isSame;
    }

    private int PlaceOf(int container) => container == ElementTree.Root ? ElementTree.Root : _places[container];

    /// <summary>Whether the dataset is encoded as the transfer syntax says; true for one that PS3.6 does not list, of which only its maker knows.</summary>
    private static bool HasDeclaredForm(DicomFile file) =>
        !file.Syntax.IsListed || file.Syntax.IsEncapsulated
        || file.Syntax.IsExplicit == ((file.Dataset.Form & ElementForm.ImplicitVr) == 0);
}

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
internal sealed class OutputVerifier
{
    private readonly DicomFile _source;
    private readonly EditList _edits;
    private readonly IReadOnlyList<Edit> _changes;
    private readonly DicomFile _written;
    private readonly int[] _places;
    private int _change;
    private int _nextWritten;
    // The offset up to which the source was compared, and the same place in the output.
    private long _sourcePosition;
    private long _outputPosition;

    private OutputVerifier(DicomFile source, EditList edits, DicomFile written, int[] places)
    {
        (_source, _edits, _written, _places) = (source, edits, written, places);
        _changes = edits.Completed;
        (_sourcePosition, _outputPosition) = (source.DatasetOffset, edits.FileMeta?.Length ?? source.DatasetOffset);
    }

    /// <summary>Whether the output of a file has to be verified: its encoding or its structure is unusual.</summary>
    public static bool IsNeeded(DicomFile source, EditList edits) =>
        !source.HasPrefix || source.DatasetOffset > source.Meta.End || source.Syntax.Uid.Length == 0 || source.Syntax.IsDeflated || edits.Pixels is not null
        || source.Dataset.IsNonstandard || source.Dataset.HasGroupLengths || source.Dataset.End != source.Source.Length
        || !HasDeclaredForm(source);

    /// <summary>Reads what was written from its source and edits.</summary>
    /// <param name="path">The file, complete and closed.</param>
    /// <exception cref="DamsException">It cannot be read, or holds other elements than it has to.</exception>
    public static void Verify(DicomFile source, EditList edits, string path)
    {
        var places = ArrayPool<int>.Shared.Rent(Math.Max(source.Dataset.Count, 1));
        try
        {
            using var written = DicomFile.Open(path, ReadScope.Structure, source.Source.Cancellation);
            if (!new OutputVerifier(source, edits, written, places).Matches())
                throw DicomErrors.UnreadableOutput(RetryReason.None);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File && e.Id != nameof(DicomErrors.UnreadableOutput))
        {
            throw DicomErrors.UnreadableOutput(e.RetryReason);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(places);
        }
    }

    private long Growth => _outputPosition - _sourcePosition;

    private bool Matches() =>
        _written.DatasetOffset == _outputPosition
        && _written.Syntax.IsDeflated == _edits.IsDeflated
        && (_edits.FileMeta is null ? _written.Syntax == _source.Syntax : HasDeclaredForm(_written) || KeepsNamelessForm())
        && ElementsMatch()
        && IsEndOfWritten(_source.Dataset.End + Growth)
        && _written.Source.Length == (_edits.DropsTrailing ? _source.Dataset.End : _source.Source.Length) + Growth;

    /// <summary>Whether elements that are implicit and big endian, which no transfer syntax describes, still are.</summary>
    private bool KeepsNamelessForm() =>
        _source.Syntax.IsBigEndian && _written.Syntax.IsBigEndian && _written.Dataset.Form == _source.Dataset.Form;

    /// <summary>
    /// Whether the output ends at a place, or before delimiters up to it: where the last element was removed, those before it
    /// delimit nothing any more.
    /// </summary>
    private bool IsEndOfWritten(long end)
    {
        var position = _written.Dataset.End;
        while (position < end && HeaderReader.ReadDelimiter(_written.Source, position, end, _written.Dataset.Form) is { IsDelimiter: true } delimiter)
        {
            _written.Source.Cancellation.ThrowIfCancellationRequested();
            position += delimiter.Length;
        }
        return position == end;
    }

    private bool ElementsMatch()
    {
        var tree = _source.Dataset;
        for (var i = 0; i < tree.Count;)
        {
            ref readonly var element = ref tree[i];
            if (!ChangesMatch(element.Offset, element.End))
                return false;
            if (element.Offset < _sourcePosition)
            {
                i = element.Next;
                continue;
            }
            if (!KeptElementMatches(element, isRewritten: i == _edits.PixelIndex))
                return false;
            _places[i++] = _nextWritten++;
        }
        return ChangesMatch(long.MaxValue, long.MaxValue) && _nextWritten == _written.Dataset.Count;
    }

    /// <summary>Whether what changes up to an element and in its place is as it has to be.</summary>
    private bool ChangesMatch(long offset, long end)
    {
        for (; _change < _changes.Count && _changes[_change].Start <= offset; _change++)
        {
            var change = _changes[_change];
            var position = change.Start > _sourcePosition ? change.Start + Growth : _outputPosition;
            // A length in a header that was compared already; it moves no element.
            if (change.Start < offset && change.Start < change.End && change.Growth == 0)
                continue;
            if (change.Start > _sourcePosition)
                (_sourcePosition, _outputPosition) = (change.Start, position);
            _sourcePosition = Math.Max(_sourcePosition, change.End);
            _outputPosition += change.NewBytesLength;
            var isWhole = change.Start == change.End || (change.Start == offset && (change.End == end || change.NewBytesLength == 0));
            if (!isWhole || !NewBytesMatch(change, position))
                return false;
        }
        return true;
    }

    private bool NewBytesMatch(Edit change, long position)
    {
        var end = position + change.NewBytesLength;
        for (var isFirst = true; position < end; isFirst = false)
        {
            if (_nextWritten == _written.Dataset.Count)
                return false;
            ref readonly var element = ref _written.Dataset[_nextWritten];
            if (element.Offset != position || element.Parent != PlaceOf(change.Container) || (isFirst && element.Tag != change.Tag))
                return false;
            position = element.End;
            _nextWritten = element.Next;
        }
        return position == end;
    }

    private bool KeptElementMatches(in Element source, bool isRewritten)
    {
        if (_nextWritten == _written.Dataset.Count)
            return false;
        ref readonly var element = ref _written.Dataset[_nextWritten];
        var isSame = element.Tag == source.Tag && element.Vr == source.Vr && element.Form == source.Form
            && element.Offset == source.Offset + Growth && element.Parent == PlaceOf(source.Parent);
        if (!isRewritten)
            return isSame && (source.IsSequence || source.IsItem || element.End == source.End + Growth);
        (_sourcePosition, _outputPosition) = (source.End, element.End);
        return isSame;
    }

    private int PlaceOf(int container) => container == ElementTree.Root ? ElementTree.Root : _places[container];

    /// <summary>Whether the dataset is encoded as the transfer syntax says; true for one that PS3.6 does not list, of which only its maker knows.</summary>
    private static bool HasDeclaredForm(DicomFile file) =>
        !file.Syntax.IsListed || file.Syntax.IsEncapsulated
        || file.Syntax.IsExplicit == ((file.Dataset.Form & ElementForm.ImplicitVr) == 0);
}

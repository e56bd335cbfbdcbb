using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;

namespace Dams.Segmentations;

/// <summary>Changes the items of sequences one by one, so that what others wrote keeps its bytes.</summary>
internal static class SequenceEditing
{
    /// <summary>Drops some items and appends others; a sequence without items is removed, one with items made.</summary>
    /// <remarks>Sequences of one container are changed in the order of their tags, inner ones before outer ones.</remarks>
    public static void Change(
        this EditList edits,
        DicomFile file,
        int container,
        Tag sequence,
        Func<int, bool> isDropped,
        IReadOnlyList<Action<ElementBuffer, ElementForm>> added)
    {
        var index = file.Dataset.Find(sequence, container);
        var items = file.Items(container, sequence).ToArray();
        var dropped = items.Where(isDropped).ToArray();
        if (index >= 0 && file.Dataset[index].IsSequence && dropped.Length < items.Length + added.Count)
        {
            foreach (var item in dropped)
                edits.Remove(item);
            foreach (var write in added)
                edits.AppendItem(index, write);
            return;
        }
        if (index >= 0 && (dropped.Length > 0 || added.Count > 0))
            edits.Remove(index);
        if (added.Count > 0)
            edits.Insert(container, sequence, (buffer, form) => WriteSequence(buffer, form, sequence, added));
    }

    /// <summary>
    /// Makes a sequence refer to some instances for a purpose. Items that do so already stay; others of that purpose go
    /// where they may.
    /// </summary>
    /// <param name="isStale">Which items may go: those of a reference that this one replaces.</param>
    public static void Refer(
        this EditList edits,
        DicomFile file,
        int container,
        Tag sequence,
        Code purpose,
        IReadOnlyList<InstanceReference> wanted,
        Func<int, bool> isStale)
    {
        var standing = file.Items(container, sequence).ToArray();
        edits.Change(
            file,
            container,
            sequence,
            item => isStale(item) && !wanted.Any(reference => reference.Is(file, item)),
            [.. wanted.Where(reference => !standing.Any(item => reference.Is(file, item)))
                .Select(reference => (Action<ElementBuffer, ElementForm>)((buffer, form) => reference.Write(buffer, form, purpose)))]);
    }

    private static void WriteSequence(
        ElementBuffer buffer, ElementForm form, Tag sequence, IReadOnlyList<Action<ElementBuffer, ElementForm>> items)
    {
        buffer.BeginSequence(form, sequence);
        foreach (var write in items)
            write(buffer, form);
        buffer.End(form);
    }
}

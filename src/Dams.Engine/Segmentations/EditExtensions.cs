using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Dicom.Text;

namespace Dams.Segmentations;

/// <summary>Sets the values of text elements; an element that has the value already is not touched.</summary>
internal static class ElementSetter
{
    /// <summary>Sets an element inside an item or the root; the characters are of the default repertoire.</summary>
    public static void Set(this EditList edits, DicomFile file, int container, Tag tag, Vr vr, string value)
    {
        var index = file.Dataset.Find(tag, container);
        if (index < 0)
            edits.Insert(container, tag, (buffer, form) => buffer.Write(form, tag, vr, value));
        else if (file.Values.Text(file.Dataset, index, vr) != value)
            edits.Replace(index, Encodings.Ascii.GetBytes(value), vr.Padding);
    }

    /// <summary>Removes an element inside an item or the root where it is.</summary>
    public static void RemoveIfPresent(this EditList edits, DicomFile file, int container, Tag tag)
    {
        var index = file.Dataset.Find(tag, container);
        if (index >= 0)
            edits.Remove(index);
    }
}

/// <summary>Writes numbers as US.</summary>
internal static class NumberWriting
{
    public static void WriteNumbers(this ElementBuffer buffer, ElementForm form, Tag tag, IReadOnlyList<ushort> numbers)
    {
        var bytes = new ElementBuffer();
        foreach (var number in numbers)
            bytes.WriteUInt16(form, number);
        buffer.Write(form, tag, Vr.US, bytes.Written);
    }
}

/// <summary>Changes the items of sequences one by one, so that what others wrote keeps its bytes.</summary>
internal static class SequenceEditing
{
    /// <summary>Drops some items and appends others; a sequence without items is removed, one with items made.</summary>
    /// <remarks>Sequences of one container are changed in the order of their tags, inner ones before outer ones.</remarks>
    public static void ChangeItems(
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
    public static void SetReferences(
        this EditList edits,
        DicomFile file,
        int container,
        Tag sequence,
        Code purpose,
        IReadOnlyList<InstanceReference> wanted,
        Func<int, bool> isStale)
    {
        var existing = file.Items(container, sequence).ToArray();
        edits.ChangeItems(
            file,
            container,
            sequence,
            item => isStale(item) && !wanted.Any(reference => reference.Matches(file, item)),
            [.. wanted.Where(reference => !existing.Any(item => reference.Matches(file, item)))
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

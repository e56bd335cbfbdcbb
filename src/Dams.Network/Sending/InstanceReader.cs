using System.Collections.Generic;
using System.Threading;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Network.Sending;

/// <summary>Reads with Dams' own reader what a file holds, before any other program sees a byte of it.</summary>
internal static class InstanceReader
{
    /// <summary>Sequences in sequences beyond which a file is not handed on: readers that recurse end with their process.</summary>
    public const int MaximumDepth = 64;

    /// <summary>Reads a file that is to be sent.</summary>
    /// <param name="isTrusted">Whether it is known as protected by Dams, so that no mark in it is needed.</param>
    /// <exception cref="DamsException">It is not DICOM, is not whole, is not protected, or cannot be sent as it is.</exception>
    public static StoredInstance Read(SourceFile source, bool isTrusted, CancellationToken cancellation)
    {
        using var file = DicomFile.Open(source.Path, ReadScope.Structure, cancellation);
        CheckKind(file.Dataset);
        var facts = InstanceFacts.Read(file);
        if (!isTrusted && !IsProtected(file, facts))
            throw NetworkErrors.NotProtected();
        if (facts.SOPClassUID.Length == 0 || facts.SOPInstanceUID.Length == 0)
            throw NetworkErrors.NotSendable("it has no SOP Class UID or no SOP Instance UID");
        if (file.Syntax.IsDeflated)
            throw NetworkErrors.NotSendable("its dataset is deflated");
        var first = FirstOf(file.Dataset);
        if ((file.Dataset.End - first.Offset) % 2 != 0)
            throw NetworkErrors.NotSendable("its dataset has an odd length");
        return new StoredInstance(source, facts.SOPClassUID, facts.SOPInstanceUID, file.Syntax, first, file.Dataset.End, file.Source.Length)
        {
            SeriesInstanceUID = facts.SeriesInstanceUID,
            HasPrefix = file.HasPrefix,
        };
    }

    /// <summary>Whether a file says that its patient was removed and that Dams wrote it: what others de-identified says the first alone.</summary>
    public static bool IsProtected(DicomFile file, InstanceFacts facts)
    {
        var writer = file.Meta.Find(KnownTag.ImplementationClassUID);
        return facts.IsIdentityRemoved && writer >= 0 && file.Values.Text(file.Meta, writer) == EngineVersion.ImplementationClassUid;
    }

    /// <exception cref="DamsException">It is a DICOMDIR, or sequences lie in one another too deep.</exception>
    public static void CheckKind(ElementTree tree)
    {
        if (tree.Find(KnownTag.DirectoryRecordSequence) >= 0)
            throw DicomErrors.DicomDirectory();
        CheckDepth(tree);
    }

    private static void CheckDepth(ElementTree tree)
    {
        // Of each element that encloses the current one, where it ends.
        var ends = new Stack<int>();
        for (var i = 0; i < tree.Count; i++)
        {
            while (ends.Count > 0 && i >= ends.Peek())
                ends.Pop();
            if (tree[i].Next <= i + 1)
                continue;
            ends.Push(tree[i].Next);
            // A sequence and its item are one step.
            if (ends.Count > 2 * MaximumDepth)
                throw NetworkErrors.NestedTooDeep(MaximumDepth);
        }
    }

    // A group length (gggg,0000) before the first element is retired and goes: fo-dicom takes it out of what it sends.
    private static Element FirstOf(ElementTree tree)
    {
        var index = 0;
        while (index < tree.Count && tree[index].Tag.IsGroupLength)
            index = tree[index].Next;
        if (index == tree.Count)
            throw NetworkErrors.NotSendable("it has no element");
        var first = tree[index];
        return first.HasUndefinedLength || first.Vr.WordSize > 1 || !first.Vr.IsDefined
            ? throw NetworkErrors.NotSendable("its first element is not as the standard has it")
            : first;
    }
}

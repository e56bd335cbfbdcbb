using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Sources;

namespace Dams.Segmentations;

/// <summary>Segmentations with changes that wait in memory until they are protected: nothing of the patient is written on the way.</summary>
/// <remarks>Safe for use by several threads. Memory: what changes of each, and its header.</remarks>
internal sealed class HeldRewrites
{
    private readonly ConcurrentDictionary<string, EditedContent> _contents = new(StringComparer.Ordinal);

    /// <summary>Changes an instance, as it is after earlier changes of its <see cref="InstanceHeader.File"/>.</summary>
    /// <param name="edit">Says what changes.</param>
    /// <exception cref="DamsException">It cannot be read.</exception>
    public void Write(InstanceHeader instance, Action<DicomFile, EditList> edit, CancellationToken cancellation)
    {
        using var file = Open(instance, cancellation);
        var edits = new EditList(file);
        edit(file, edits);
        if (!edits.IsEmpty)
            _contents[instance.File.Path] = instance.File.Edited?.With(file, edits) ?? EditedContent.Of(instance.File.Path, instance.Stamp, instance.Held, file, edits);
    }

    /// <summary>A file with its changes.</summary>
    public SourceFile Of(SourceFile file) => _contents.TryGetValue(file.Path, out var content) ? file with { Edited = content } : file;

    /// <summary>Instances with their changes; their headers, which nothing asks for any more, are let go.</summary>
    public IEnumerable<InstanceHeader> Complete(IEnumerable<InstanceHeader> instances)
    {
        foreach (var instance in instances)
        {
            var file = Of(instance.File);
            yield return instance.WithFile(file with { Edited = file.Edited?.WithoutHeader() });
        }
    }

    private static DicomFile Open(InstanceHeader instance, CancellationToken cancellation)
    {
        var file = instance.File.Edited is null && instance.Held is { } held ? held.Open(cancellation) : instance.File.Open(ReadScope.WithoutPixelData, cancellation);
        if (file.Dataset.Find(KnownTag.LengthToEnd) < 0)
            return file;
        // It counts the bytes of the pixel data too.
        file.Dispose();
        return instance.File.Open(ReadScope.Whole, cancellation);
    }
}

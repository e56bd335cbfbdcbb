using System;
using System.Threading;
using Dams.Dicom.Dictionary;

namespace Dams.Dicom.Reading;

/// <summary>
/// One DICOM file that is open for reading (PS3.10 section 7), with or without preamble and file meta information.
/// Memory: a window of <see cref="WindowSize"/> bytes and 32 bytes for each element.
/// </summary>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class DicomFile : IDisposable
{
    /// <summary>Bytes of the file in memory at one time when it is rewritten.</summary>
    public const int WindowSize = 256 * 1024;

    /// <summary>Bytes of the file in memory at one time when only its header is read.</summary>
    public const int HeaderWindowSize = 32 * 1024;

    private const int PreambleLength = 128;
    private const int PrefixEnd = PreambleLength + 4;

    private DicomFile(ByteSource source)
    {
        Source = source;
        Values = new ValueReader(this);
    }

    public ByteSource Source { get; private set; }

    public ValueReader Values { get; }

    /// <summary>Whether the file starts with a preamble and the prefix DICM.</summary>
    public bool HasPrefix { get; private set; }

    /// <summary>The file meta information; without elements where the file has none.</summary>
    public ElementTree Meta { get; private set; } = ElementTree.Empty;

    public ElementTree Dataset { get; private set; } = ElementTree.Empty;

    /// <summary>
    /// Bytes from the start of the file to the dataset: after the file meta information and what belongs in none, elements
    /// of a command (group 0000) and of the file meta information once more, which some writers leave in front of it.
    /// </summary>
    public long DatasetOffset { get; private set; }

    public TransferSyntax Syntax { get; private set; } = TransferSyntax.ExplicitLittleEndian;

    /// <summary>Opens a file and reads where its elements stand.</summary>
    /// <exception cref="DamsException">It is not DICOM or cannot be read whole.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static DicomFile Open(string path, ReadScope scope = ReadScope.Whole, CancellationToken cancellation = default)
    {
        var windowSize = scope == ReadScope.Whole ? WindowSize : HeaderWindowSize;
        return Open(new FileByteSource(path, windowSize, cancellation), scope);
    }

    /// <summary>Reads where the elements of a source stand, which is inflated already.</summary>
    /// <exception cref="DamsException">It is not DICOM or cannot be read whole.</exception>
    public static DicomFile Open(ByteSource source, ReadScope scope) => Open(source, scope == ReadScope.WithoutPixelData
        ? file => file.ReadAroundPixelData()
        : file => file.ReadDataset(_ => false));

    /// <summary>Reads where the elements stand in front of pixel data that the source does not have; it is inflated already.</summary>
    /// <exception cref="DamsException">They cannot be read.</exception>
    public static DicomFile Open(ByteSource source) => Open(source, file => file.ReadDataset(tag => tag == KnownTag.PixelData));

    private static DicomFile Open(ByteSource source, Func<DicomFile, ElementTree> readDataset)
    {
        var file = new DicomFile(source);
        try
        {
            file.ReadUpToDataset();
            if (file.Syntax.IsDeflated && source is FileByteSource deflated)
                file.Source = new InflatedByteSource(deflated, file.DatasetOffset);
            file.Dataset = readDataset(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads where the pixel data stand, and all behind them, in a file that was read up to them.</summary>
    /// <exception cref="DamsException">They cannot be read whole.</exception>
    public void ReadPixelData()
    {
        if (Dataset.Find(KnownTag.PixelData) >= 0)
            return;
        var whole = ReadDataset(_ => false);
        Dataset.Dispose();
        Dataset = whole;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Source.Dispose();
        Meta.Dispose();
        Dataset.Dispose();
    }

    private void ReadUpToDataset()
    {
        if (Source.Length == 0)
            throw DicomErrors.EmptyFile();
        // Four bytes that happen to read DICM do not make a prefix: an element has to follow.
        HasPrefix = Source.Peek(0, PrefixEnd).EndsWith("DICM"u8) && SyntaxDetection.Detect(Source, PrefixEnd) is not null;
        var start = HasPrefix ? PrefixEnd : 0;
        var syntax = SyntaxDetection.Detect(Source, start) ?? throw DicomErrors.NotDicom();
        if (IsFileMetaAt(start))
            Meta = ReadMeta(start);
        DatasetOffset = Meta.Count > 0 ? Meta.End : start;
        var index = Meta.Find(KnownTag.TransferSyntaxUID);
        // What is no UID says nothing of the encoding.
        Syntax = index >= 0 && Values.Text(Meta, index) is var uid && TransferSyntax.IsUid(uid)
            ? TransferSyntax.FromUid(uid)
            : SyntaxDetection.Detect(Source, DatasetOffset) ?? syntax;
        if (!Syntax.IsDeflated)
            DatasetOffset = SkipMisplacedElements(DatasetOffset);
    }

    /// <summary>Where the dataset starts after elements that belong in none; they are little endian, as are all there.</summary>
    private long SkipMisplacedElements(long offset)
    {
        if (!StartsWithMisplacedElement(offset))
            return offset;
        try
        {
            while (StartsWithMisplacedElement(offset))
            {
                var group = Source.Peek(offset, 1)[0];
                using var misplaced = TreeReader.Read(
                    Source, offset, Source.Length, group == 0 ? TransferSyntax.ImplicitLittleEndian : Syntax, tag => tag.Group != group);
                if (misplaced.Count == 0)
                    break;
                offset = misplaced.End;
            }
        }
        catch (DamsException e) when (!e.IsLimit)
        {
            // They are no such elements: the error is reported when the dataset is read.
        }
        return offset;
    }

    private bool StartsWithMisplacedElement(long offset) =>
        Source.Peek(offset, ElementHeader.ItemLength) is { Length: ElementHeader.ItemLength } bytes
        && HeaderReader.ReadTag(bytes, ElementForm.None) is var tag
        && (tag.Group == KnownTag.TransferSyntaxUID.Group || tag.IsGroupLength && tag.Group == 0)
        && DataDictionary.Contains(tag);

    private ElementTree ReadDataset(Predicate<Tag> stopAt) =>
        TreeReader.Read(Source, DatasetOffset, Source.Length, Syntax, stopAt);

    /// <summary>Reads up to the pixel data, and beyond them only where elements of the patient may follow.</summary>
    private ElementTree ReadAroundPixelData()
    {
        var tree = ReadDataset(tag => tag == KnownTag.PixelData);
        if (!PixelDataEnd.HasElementsAfter(Source, tree))
            return tree;
        try
        {
            var whole = ReadDataset(_ => false);
            tree.Dispose();
            return whole;
        }
        catch (DamsException)
        {
            // An error in the pixel data is reported when they are needed.
            return tree;
        }
    }

    private bool IsFileMetaAt(long offset) =>
        Source.Peek(offset, 2) is { Length: 2 } bytes && bytes[0] == 2 && bytes[1] == 0;

    private ElementTree ReadMeta(long start)
    {
        // The group length tells where the dataset starts even where that, being deflated, could look like group 2.
        var declaredEnd = DeclaredMetaEnd(start);
        if (declaredEnd > start)
        {
            try
            {
                var meta = ReadMeta(start, declaredEnd);
                var index = meta.Find(KnownTag.TransferSyntaxUID);
                if (!IsFileMetaAt(meta.End) || (index >= 0 && TransferSyntax.FromUid(Values.Text(meta, index)).IsDeflated))
                    return meta;
            }
            catch (DamsException)
            {
                // A wrong group length: the elements themselves say where the group ends.
            }
        }
        try
        {
            return ReadMeta(start, Source.Length);
        }
        catch (DamsException e) when (!e.IsLimit && declaredEnd > start)
        {
            // What stands after the group in its own encoding only looks as if it were part of it.
            return ReadMeta(start, declaredEnd);
        }
    }

    private ElementTree ReadMeta(long start, long limit) =>
        TreeReader.Read(Source, start, limit, TransferSyntax.ExplicitLittleEndian, tag => tag.Group != 2);

    private long DeclaredMetaEnd(long start)
    {
        const int length = 12;
        var bytes = Source.Peek(start, length);
        if (bytes.Length < length || HeaderReader.ReadTag(bytes, ElementForm.None) != KnownTag.FileMetaInformationGroupLength
            || Vr.FromBytes(bytes[4], bytes[5]) != Vr.UL)
        {
            return -1;
        }
        var end = start + length + System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(8));
        return end <= Source.Length ? end : -1;
    }
}

using System.Collections.Generic;
using System.Globalization;
using Dams.Deidentification.Pixels.Codestreams;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels;

/// <summary>
/// What pixel data hold besides the image: bytes behind the last row, fragments beyond the frames, comments of codestreams,
/// overlays in unused bits. No viewer shows them, and anything may stand there (PS3.15 section E.1.1).
/// </summary>
internal sealed record HiddenContent
{
    private const string RunLengthEncoding = "1.2.840.10008.1.2.5";

    private static readonly HiddenContent Nothing = new();

    /// <summary>The bytes of native pixel data, or of the stream of fragments, that belong to frames; null for all.</summary>
    public long? ImageLength { get; init; }

    /// <summary>The bits of each sample in which overlays stand (PS3.3 section C.9.2).</summary>
    public uint OverlayBits { get; init; }

    /// <summary>The parts of fragments that are no image, in the order of the file.</summary>
    public IReadOnlyList<HiddenPart> Parts { get; init; } = [];

    /// <summary>Where the fragments stand that belong to no frame.</summary>
    public IReadOnlyList<(long Start, long End)> Surplus { get; init; } = [];

    /// <summary>Whether something may stand there that cannot be taken out.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether the pixel data can stay as they are.</summary>
    public bool IsEmpty => ImageLength is null && OverlayBits == 0 && Parts.Count == 0;

    /// <summary>Where in the file it stands, overlays aside.</summary>
    public IEnumerable<(long Start, long End)> PlacesIn(Element pixels)
    {
        foreach (var part in Parts)
            yield return (part.Start, part.End);
        if (ImageLength is { } length && !pixels.HasFragments)
            yield return (pixels.ValueOffset + length, pixels.End);
        foreach (var fragment in Surplus)
            yield return fragment;
    }

    /// <summary>Looks into pixel data at the root of a dataset.</summary>
    /// <param name="overlayBits">The bits of each sample in which overlays stand that have to go.</param>
    /// <exception cref="DamsException">The fragments cannot be read.</exception>
    public static HiddenContent Find(DicomFile file, int pixels, uint overlayBits)
    {
        var element = file.Dataset[pixels];
        if (element.HasFragments)
            return FindInFragments(file, element) is var found && overlayBits != 0 ? found with { IsDoubtful = true } : found;
        var length = LengthOfNative(file, element);
        var rest = length < element.ValueLength ? Nothing with { ImageLength = length } : Nothing;
        if (overlayBits == 0)
            return rest;
        var stored = FrameLayout.Read(file) is { } layout ? StoredBits(file, layout) : uint.MaxValue;
        return rest with
        {
            OverlayBits = overlayBits & ~stored,
            // What an overlay shares with the image cannot be taken out of it.
            IsDoubtful = (overlayBits & stored) != 0,
        };
    }

    private static uint StoredBits(DicomFile file, FrameLayout layout)
    {
        var high = FrameLayout.Number(file, KnownTag.HighBit, layout.BitsStored - 1);
        var mask = layout.BitsStored >= 32 ? uint.MaxValue : (1u << layout.BitsStored) - 1;
        var shift = high - layout.BitsStored + 1;
        return shift is > 0 and < 32 ? mask << shift : mask;
    }

    /// <summary>The bytes that the image says it has, made even; all where it does not say it.</summary>
    private static long LengthOfNative(DicomFile file, Element element)
    {
        var rows = FrameLayout.Number(file, KnownTag.Rows);
        var columns = FrameLayout.Number(file, KnownTag.Columns);
        var samples = FrameLayout.Number(file, KnownTag.SamplesPerPixel, fallback: 1);
        var bits = element.Tag == KnownTag.FloatPixelData ? 32 : element.Tag == KnownTag.DoubleFloatPixelData ? 64 : FrameLayout.Number(file, KnownTag.BitsAllocated);
        if (rows == 0 || columns == 0 || samples == 0 || bits == 0)
            return element.ValueLength;
        var frames = NumberOfFrames(file);
        var length = BytesOf(samples * bits);
        // Colours that are declared as shared by two pixels often are not.
        if (samples == 3 && file.Values.Text(KnownTag.PhotometricInterpretation).EndsWith("_422", System.StringComparison.Ordinal) && element.ValueLength < length)
            length = BytesOf(2 * bits);
        return length;

        long BytesOf(int bitsOfPixel)
        {
            // What a double does not hold exactly is longer than any value.
            var all = System.Math.Ceiling((double)rows * columns * frames * bitsOfPixel / 8);
            return all >= element.ValueLength ? element.ValueLength : (long)all + ((long)all & 1);
        }
    }

    private static long NumberOfFrames(DicomFile file) =>
        long.TryParse(file.Values.Text(KnownTag.NumberOfFrames), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var frames) && frames > 0 ? frames : 1;

    private static HiddenContent FindInFragments(DicomFile file, Element element)
    {
        var stream = new FragmentStream(file.Source, element);
        if (stream.Length == 0)
            return Nothing;
        if (VideoStream.IsVideo(file.Syntax))
            return Nothing with { IsDoubtful = VideoStream.HoldsUserData(stream) };
        var parts = new HiddenParts(stream);
        parts.AddOffsetTable(file.Source);
        var position = 0L;
        for (var left = NumberOfFrames(file); left > 0 && position < stream.Length; left--)
        {
            var end = EndOfFrame(file, stream, position, parts);
            if (end < 0)
                return Nothing with { Parts = parts.Found, IsDoubtful = true };
            position = end;
            if (end == stream.Length || end == stream.EndOfFragment(end - 1) || StartsFrame(stream, end))
                continue;
            position = stream.EndOfFragment(end - 1);
            parts.Add(end, position, 0);
        }
        return position == stream.Length
            ? Nothing with { Parts = parts.Found }
            : Nothing with { Parts = parts.Found, ImageLength = position, Surplus = [.. stream.Places(position, stream.Length)] };
    }

    private static bool StartsFrame(FragmentStream stream, long position) =>
        JpegFrame.StartsAt(stream, position) || Jpeg2000Frame.StartsAt(stream, position) || BoxedFrame.StartsAt(stream, position);

    /// <summary>Where a frame ends. What it is, its first bytes say: some files are declared as another compression than theirs.</summary>
    private static long EndOfFrame(DicomFile file, FragmentStream stream, long position, HiddenParts parts)
    {
        file.Source.Cancellation.ThrowIfCancellationRequested();
        if (JpegFrame.StartsAt(stream, position))
            return JpegFrame.Read(stream, position, parts);
        if (Jpeg2000Frame.StartsAt(stream, position))
            return Jpeg2000Frame.Read(stream, position, parts);
        if (BoxedFrame.StartsAt(stream, position))
            return BoxedFrame.Read(stream, position, parts);
        if (file.Syntax.Uid != RunLengthEncoding)
            return -1;
        var pixels = (long)FrameLayout.Number(file, KnownTag.Rows) * FrameLayout.Number(file, KnownTag.Columns);
        return RleFragment.Read(stream, position, pixels, parts);
    }
}

using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Deidentification;
using Dams.Deidentification.Pixels;
using Dams.Dicom.Reading;
using Dams.Dicom.Text;

namespace Dams.Auditing;

/// <summary>Searches what pixel data hold besides the image: comments of codestreams, bytes behind the last row, overlays in unused bits.</summary>
internal static class PixelAudit
{
    // A comment is shorter; what is longer is another image, such as the thumbnail of EXIF.
    private const int MaximumLength = 64 * 1024;

    // What is shorter stands in coded bytes by chance.
    private static readonly Regex Words = new(@"[\x20-\x7E]{8,}", RegexOptions.CultureInvariant);

    /// <summary>The kinds of what is found, with the path of the pixel data.</summary>
    public static IEnumerable<(string ElementPath, IdentifierKind Kind)> Find(DicomFile file, TextAudit texts)
    {
        var pixels = PixelCleaner.FindPixels(file.Dataset);
        if (pixels < 0)
            return [];
        var path = new ElementPaths(file.Dataset).PathOf(pixels);
        return Find(file, pixels, texts).Distinct().Select(kind => (path, kind));
    }

    private static IEnumerable<IdentifierKind> Find(DicomFile file, int pixels, TextAudit texts)
    {
        HiddenContent hidden;
        try
        {
            hidden = HiddenContent.Find(file, pixels, Overlays.EmbeddedBits(file));
        }
        catch (DamsException e) when (!e.IsLimit)
        {
            return [IdentifierKind.Unchecked];
        }
        var found = hidden.PlacesIn(file.Dataset[pixels]).SelectMany(place => FindIn(file, texts, place.Start, place.End));
        // Graphics in an overlay may be text.
        return hidden.OverlayBits != 0 ? found.Prepend(IdentifierKind.BurnedInText) : found;
    }

    private static IEnumerable<IdentifierKind> FindIn(DicomFile file, TextAudit texts, long start, long end)
    {
        if (end - start > MaximumLength)
            return [IdentifierKind.Unchecked];
        var bytes = new byte[end - start];
        file.Source.CopyTo(start, bytes);
        // Between words, comments and bytes of other kinds hold zeros.
        return EncodingGuesses.Decode(bytes, CharacterSet.Default).SelectMany(text => texts.FindKnown(text.Replace('\0', ' ')))
            .Concat(Words.Matches(Encodings.Latin1.GetString(bytes)).Cast<Match>().SelectMany(words => texts.FindAnnounced(words.Value)));
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Dicom.Text;
using Dams.Profiles.Recipes;

namespace Dams.Deidentification.Pixels;

/// <summary>Decides what to black out in an image, and whether text may be burned into it (PS3.15 section E.3.1).</summary>
internal sealed class PixelCleaner
{
    private const string RunLengthEncoding = "1.2.840.10008.1.2.5";

    private static readonly Lazy<IReadOnlyList<PixelRule>> Shipped = new(() =>
        RecipeReader.Parse(Encoding.UTF8.GetString(EmbeddedText.Bytes("pixel-rules.json"))).Pixels);

    private readonly IReadOnlyList<PixelRule> _rules;

    /// <param name="rules">Rules that take precedence over those that Dams has.</param>
    public PixelCleaner(IEnumerable<PixelRule> rules) => _rules = [.. rules, .. Shipped.Value];

    /// <summary>Adds to the edits of a file what blacks out its burned-in text.</summary>
    /// <returns>Whether text may be burned into it.</returns>
    /// <exception cref="DamsException">A rule asks for what cannot be done to these pixel data.</exception>
    public BurnedInText Clean(DicomFile file, InstanceFacts facts, EditList edits)
    {
        var pixels = file.Dataset.Find(KnownTag.PixelData);
        if (pixels < 0)
            return BurnedInText.None;
        var rule = _rules.FirstOrDefault(candidate => Matches(candidate, file));
        if (rule is null)
            return BurnedInTextCheck.IsLikely(file, facts) ? BurnedInText.Suspected : BurnedInText.None;
        var layout = FrameLayout.Read(file);
        var rectangles = layout is null ? [] : RectanglesOf(rule, file, layout);
        if (rule.Rectangles.Count == 0 && !rule.OutsideRegions)
            return BurnedInText.None;
        if (layout is null)
            throw DeidentificationErrors.UncleanablePixels("of a form that Dams cannot black out");
        edits.RewritePixels(pixels, RewriterFor(file, pixels, layout, new PixelMask(layout, rectangles)));
        MarkClean(file, edits);
        return BurnedInText.BlackedOut;
    }

    private static IPixelRewriter RewriterFor(DicomFile file, int pixels, FrameLayout layout, PixelMask mask)
    {
        if (!file.Dataset[pixels].HasFragments)
            return new NativeRewriter(mask, file.Syntax.HasBigEndianPixels);
        return file.Syntax.Uid == RunLengthEncoding
            ? new RleRewriter(layout, mask)
            : throw DeidentificationErrors.UncleanablePixels("compressed in a way that Dams does not decode");
    }

    private static bool Matches(PixelRule rule, DicomFile file) => rule.Conditions.All(condition =>
    {
        DataDictionary.TryFind(condition.Key, out var tag);
        var index = file.Dataset.Find(tag);
        if (index < 0)
            return false;
        var numbers = file.Values.Numbers(file.Dataset[index]);
        return condition.Value.IsMatch(numbers.Count > 0 ? $"{numbers[0]}" : file.Values.Text(file.Dataset, index));
    });

    private static IReadOnlyList<(int Left, int Top, int Right, int Bottom)> RectanglesOf(PixelRule rule, DicomFile file, FrameLayout layout)
    {
        if (rule.OutsideRegions && UltrasoundRegions.Outside(file, layout) is { Count: > 0 } outside)
            return outside;
        return rule.Rectangles.Select(rectangle => rectangle.ToPixels(layout.Columns, layout.Rows)).ToArray();
    }

    /// <summary>(0028,0301) Burned In Annotation says that there is none any more (PS3.3 section C.7.6.3).</summary>
    private static void MarkClean(DicomFile file, EditList edits)
    {
        var index = file.Dataset.Find(KnownTag.BurnedInAnnotation);
        if (index >= 0)
            edits.Replace(index, Encodings.Ascii.GetBytes("NO"), Vr.CS.Padding);
        else
            edits.Insert(ElementTree.Root, KnownTag.BurnedInAnnotation, (buffer, form) =>
                buffer.Write(form, KnownTag.BurnedInAnnotation, Vr.CS, "NO"));
    }
}

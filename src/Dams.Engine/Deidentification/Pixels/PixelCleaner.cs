using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Profiles.Recipes;

namespace Dams.Deidentification.Pixels;

/// <summary>
/// Decides what to change in pixel data: what hides in them goes in every profile that marks its output, what is burned into
/// the image where the profile asks for it (PS3.15 section E.3.1).
/// </summary>
internal sealed class PixelCleaner
{
    private const string RunLengthEncoding = "1.2.840.10008.1.2.5";

    private static readonly Lazy<IReadOnlyList<PixelRule>> Shipped = new(() =>
        RecipeReader.Parse(Encoding.UTF8.GetString(EmbeddedText.Bytes("pixel-rules.json"))).Pixels);

    private readonly Profile _profile;
    private readonly bool _cleans;

    public PixelCleaner(Profile profile)
    {
        _profile = profile;
        _cleans = profile.Has(ProfileOption.CleanPixelData);
    }

    /// <summary>Adds to the edits of a file what cleans its pixel data.</summary>
    /// <returns>Whether text may be burned into the image, or stand where it cannot be taken out.</returns>
    /// <remarks>A NO in (0028,0301) leaves only with an image of which nothing is suspected.</remarks>
    /// <exception cref="DamsException">A rule asks for what cannot be done to these pixel data.</exception>
    public PixelVerdict Clean(DicomFile file, InstanceFacts facts, EditList edits)
    {
        var suspicion = BurnedInTextCheck.Find(file, facts);
        var pixels = FindPixels(file.Dataset);
        var verdict = pixels < 0 ? PixelVerdict.Unchanged(suspicion) : CleanPixels(file, pixels, suspicion, edits);
        if (verdict.Text == BurnedInText.Suspected)
            BurnedInAnnotation.Withdraw(file, facts.SOPClassUID, edits);
        return verdict;
    }

    /// <summary>The pixel data at the root; -1 where there are none.</summary>
    public static int FindPixels(ElementTree tree) =>
        tree.Find(KnownTag.PixelData) is >= 0 and var pixels ? pixels
        : tree.Find(KnownTag.FloatPixelData) is >= 0 and var numbers ? numbers
        : tree.Find(KnownTag.DoubleFloatPixelData);

    /// <summary>The rules of the profile take precedence over those that Dams has.</summary>
    /// <remarks>
    /// Where ultrasound has its text is a guess of Dams: an image that denies to have any keeps its pixels, and is suspected.
    /// </remarks>
    private PixelRule? FindRule(DicomFile file)
    {
        var denies = BurnedInTextCheck.Claims(file, "NO");
        return _profile.PixelRules.FirstOrDefault(candidate => Matches(candidate, file))
            ?? Shipped.Value.FirstOrDefault(candidate => !(denies && candidate.OutsideRegions) && Matches(candidate, file));
    }

    private PixelVerdict CleanPixels(DicomFile file, int pixels, BurnedInReasons suspicion, EditList edits)
    {
        var rule = _cleans ? FindRule(file) : null;
        var mask = rule is null ? null : FindMask(rule, file);
        var hidden = HiddenContent.Find(file, pixels, Overlays.EmbeddedBits(file, _profile));
        if (mask is not null || !hidden.IsEmpty)
            edits.RewritePixels(pixels, RewriterFor(file, pixels, mask, hidden));
        var verdict = rule is null ? PixelVerdict.Unchanged(suspicion) : Judge(rule, mask, suspicion);
        if (hidden.IsDoubtful)
            return verdict.Suspect(BurnedInReasons.HiddenContent);
        if (rule is not null && verdict.Text != BurnedInText.Suspected)
            BurnedInAnnotation.Deny(file, edits);
        return verdict;
    }

    /// <summary>What a rule leaves to suspect.</summary>
    private static PixelVerdict Judge(PixelRule rule, PixelMask? mask, BurnedInReasons suspicion)
    {
        if (mask is { CoversAll: true })
            return new PixelVerdict(BurnedInText.WhollyBlackedOut, BurnedInReasons.None);
        // A rule without rectangles marks images that need nothing.
        if (rule.Rectangles.Count == 0 && !rule.OutsideRegions)
            return PixelVerdict.NoText;
        if (rule.RestIsClean)
            return mask is null ? PixelVerdict.NoText : new PixelVerdict(BurnedInText.BlackedOut, BurnedInReasons.None);
        return PixelVerdict.Unchanged(suspicion | BurnedInReasons.RestOfImage);
    }

    /// <summary>What a rule blacks out; null where that is nothing.</summary>
    private static PixelMask? FindMask(PixelRule rule, DicomFile file)
    {
        if (rule.Rectangles.Count == 0 && !rule.OutsideRegions)
            return null;
        if (FrameLayout.Read(file) is not { } layout)
            throw DeidentificationErrors.UncleanablePixels("of a form that Dams cannot black out");
        var mask = new PixelMask(layout, RectanglesOf(rule, file, layout));
        return mask.IsEmpty ? null : mask;
    }

    private static IPixelRewriter RewriterFor(DicomFile file, int pixels, PixelMask? mask, HiddenContent hidden)
    {
        var layout = FrameLayout.Read(file);
        if (!file.Dataset[pixels].HasFragments)
            return new NativeRewriter(layout, mask, hidden, file.Syntax.HasBigEndianPixels);
        if (mask is null)
            return new FragmentRewriter(hidden.Parts, hidden.ImageLength);
        return file.Syntax.Uid == RunLengthEncoding
            ? new RleRewriter(layout!, mask, hidden.ImageLength)
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
}

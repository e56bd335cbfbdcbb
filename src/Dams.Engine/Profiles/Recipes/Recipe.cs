using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Dams.Dicom.Dictionary;

namespace Dams.Profiles.Recipes;

/// <summary>What a recipe file asks for: a profile to start from, and rules that win over it.</summary>
internal sealed record Recipe(
    string Profile,
    IReadOnlyCollection<ProfileOption> Options,
    IReadOnlyList<RecipeRule> Rules,
    IReadOnlyList<PixelRule> Pixels,
    IReadOnlyList<XmlRule> Xml);

/// <summary>A rule of a recipe: attributes, and what to do with them.</summary>
/// <param name="Attributes">Tags; null where the rule goes by value representation or creator.</param>
/// <param name="Vr">A value representation; null where the rule does not go by it.</param>
/// <param name="Creator">A private creator; null where the rule does not go by it.</param>
/// <param name="Offset">The place in the creator's block; null for all of it.</param>
internal sealed record RecipeRule(TagPattern? Attributes, Vr? Vr, string? Creator, byte? Offset, Rule Rule)
{
    /// <summary>The rank of a rule that names one attribute.</summary>
    public const int ExactRank = 3;

    /// <summary>How specific the rule is: of several rules for an element that of the highest rank is applied.</summary>
    public int Rank => Attributes is { IsExact: true } ? ExactRank : Creator is not null ? 2 : Attributes is not null ? 1 : 0;

    /// <summary>Whether the rule applies to an element; a rule for many elements leaves out those that it cannot change.</summary>
    /// <param name="creator">Who reserved the block of the element; empty where nobody did.</param>
    public bool Matches(Tag tag, Vr vr, string creator) => Selects(tag, vr, creator) && (Rank == ExactRank || Rule.Fits(vr));

    private bool Selects(Tag tag, Vr vr, string creator) =>
        Creator is not null ? tag.IsPrivate && Creator == creator && (Offset is null || Offset == (byte)tag.Element)
        : Attributes is { } attributes ? attributes.Matches(tag)
        : Vr == vr;
}

/// <summary>A rule of a recipe for XML: nodes, and what to do with them.</summary>
/// <param name="Path">An XPath that finds the nodes.</param>
internal sealed record XmlRule(string Path, Rule Rule);

/// <summary>What to black out in the images of which devices.</summary>
/// <param name="Conditions">Texts of attributes by keyword, with <c>*</c> for any characters; all have to hold.</param>
/// <param name="Rectangles">What to black out; a rectangle without area marks images that need nothing.</param>
/// <param name="OutsideRegions">Whether to black out what lies above and below the ultrasound regions of the image.</param>
/// <param name="RestIsClean">Whether the author of the rule knows that nothing is burned into the rest of such images.</param>
internal sealed record PixelRule(
    IReadOnlyList<KeyValuePair<string, Regex>> Conditions, IReadOnlyList<PixelRectangle> Rectangles, bool OutsideRegions, bool RestIsClean);

/// <summary>A rectangle of an image, its sides in pixels or as a part of the image.</summary>
internal sealed record PixelRectangle(PixelLength X, PixelLength Y, PixelLength Width, PixelLength Height)
{
    /// <summary>The rectangle in an image of a size, cut to it.</summary>
    public (int Left, int Top, int Right, int Bottom) ToPixels(int columns, int rows)
    {
        var (left, top) = (X.ToPixels(columns), Y.ToPixels(rows));
        return (left, top, left + Width.ToPixels(columns) > columns ? columns : left + Width.ToPixels(columns),
            top + Height.ToPixels(rows) > rows ? rows : top + Height.ToPixels(rows));
    }
}

/// <summary>A length in pixels, or in hundredths of the image.</summary>
internal readonly record struct PixelLength(int Value, bool IsPercent)
{
    /// <summary>Pixels, rounded up and at most the whole.</summary>
    public int ToPixels(int whole) => Math.Min(whole, IsPercent ? (int)Math.Ceiling(whole * (Value / 100.0)) : Value);
}

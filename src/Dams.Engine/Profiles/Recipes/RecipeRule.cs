using Dams.Dicom.Dictionary;

namespace Dams.Profiles.Recipes;

/// <summary>A rule of a recipe: attributes, and what to do with them.</summary>
/// <param name="Attributes">Tags; null where the rule goes by value representation or creator.</param>
/// <param name="Vr">A value representation; null where the rule does not go by it.</param>
/// <param name="Creator">A private creator; null where the rule does not go by it.</param>
/// <param name="Offset">The place in the creator's block; null for all of it.</param>
internal sealed record RecipeRule(TagPattern? Attributes, Vr? Vr, string? Creator, byte? Offset, Rule Rule)
{
    /// <summary>The rank of a rule that names one attribute.</summary>
    public const int ExactRank = 3;

    /// <summary>How closely it names what it is about.</summary>
    public int Rank => Attributes is { IsExact: true } ? ExactRank : Creator is not null ? 2 : Attributes is not null ? 1 : 0;

    /// <summary>Whether it is about an element: one for many leaves out those to which it cannot be done.</summary>
    /// <param name="creator">Who reserved the block of the element; empty where nobody did.</param>
    public bool Matches(Tag tag, Vr vr, string creator) => Means(tag, vr, creator) && (Rank == ExactRank || Rule.Fits(vr));

    private bool Means(Tag tag, Vr vr, string creator) =>
        Creator is not null ? tag.IsPrivate && Creator == creator && (Offset is null || Offset == (byte)tag.Element)
        : Attributes is { } attributes ? attributes.Matches(tag)
        : Vr == vr;
}

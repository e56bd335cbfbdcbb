using System.Collections.Generic;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>What an image says of itself (PS3.3): modality, SOP class below the root of the storage classes, image type, and more.</summary>
/// <param name="IsGreyOnly">Whether images of this kind have no colours.</param>
internal sealed record ImageKind(string Modality, string Class, string ImageType, bool IsGreyOnly = false)
{
    /// <summary>Attributes beside these, by keyword.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    /// <summary>Values of (0028,0301) with which such images come; none where the text is empty.</summary>
    public IReadOnlyList<string> Claims { get; init; } = ["", "NO", "YES"];

    /// <summary>Whether the object is a mask: two values, where a plane of the patient is.</summary>
    public bool IsMask { get; init; }

    public ImageKind With(string attribute, string value) => this with { More = new Dictionary<string, string>(More) { [attribute] = value } };

    public override string ToString() => $"{Modality} {Class} {ImageType} {string.Join(" ", More)}";
}

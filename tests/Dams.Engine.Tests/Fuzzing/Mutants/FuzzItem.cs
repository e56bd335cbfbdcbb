using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>An item of a sequence that can be written wrongly.</summary>
internal sealed class FuzzItem
{
    public List<FuzzElement> Elements { get; init; } = [];

    public bool IsUndefined { get; set; }

    /// <summary>The length that its header tells; null for the true one.</summary>
    public uint? FalseLength { get; set; }

    public bool LacksDelimiter { get; set; }

    public static FuzzItem From(ItemReading item) =>
        new() { Elements = [.. item.Elements.Select(FuzzElement.From)], IsUndefined = item.Trailer.Length > 0 };

    public FuzzItem Copy() => new()
    {
        Elements = [.. Elements.Select(element => element.Copy())],
        IsUndefined = IsUndefined,
        FalseLength = FalseLength,
        LacksDelimiter = LacksDelimiter,
    };
}

using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>A data element that can be written wrongly.</summary>
internal sealed class FuzzElement
{
    public uint Tag { get; set; }

    /// <summary>Two characters of Latin-1, whatever they are.</summary>
    public string Vr { get; set; } = "UN";

    public byte[] Value { get; set; } = [];

    /// <summary>Its items; null where it is no sequence.</summary>
    public List<FuzzItem>? Items { get; set; }

    public bool IsUndefined { get; set; }

    /// <summary>The length that its header tells; null for the true one.</summary>
    public uint? FalseLength { get; set; }

    /// <summary>Whether the header has two or four bytes for the length; null for what the value representation asks.</summary>
    public bool? HasLongLength { get; set; }

    /// <summary>Whether the header names the value representation; null for what the dataset asks.</summary>
    public bool? IsExplicit { get; set; }

    /// <summary>Whether an undefined length goes without its delimiter.</summary>
    public bool LacksDelimiter { get; set; }

    /// <summary>What stands behind it.</summary>
    public byte[] Behind { get; set; } = [];

    public static FuzzElement From(ElementReading element) => new()
    {
        Tag = element.Tag,
        Vr = element.Vr,
        Value = element.Value,
        Items = element.Items?.Select(FuzzItem.From).ToList(),
        IsUndefined = element.HasUndefinedLength,
    };

    public FuzzElement Copy() => new()
    {
        Tag = Tag,
        Vr = Vr,
        Value = Value,
        Items = Items?.Select(item => item.Copy()).ToList(),
        IsUndefined = IsUndefined,
        FalseLength = FalseLength,
        HasLongLength = HasLongLength,
        IsExplicit = IsExplicit,
        LacksDelimiter = LacksDelimiter,
        Behind = Behind,
    };
}

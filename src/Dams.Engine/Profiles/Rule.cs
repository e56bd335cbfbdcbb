namespace Dams.Profiles;

/// <summary>What a profile does with an attribute.</summary>
/// <param name="Action">One action, or several of which the attribute's type chooses.</param>
/// <param name="Replacement">The value to write; null where the action makes one.</param>
internal sealed record Rule(BasicAction Action, string? Replacement = null)
{
    public static readonly Rule Keep = new(BasicAction.Keep);
    public static readonly Rule Remove = new(BasicAction.Remove);
    public static readonly Rule MapUid = new(BasicAction.MapUid);

    /// <summary>The one action for an attribute of a type.</summary>
    /// <param name="type">1, 2 or 3 (PS3.5 section 7.4); null where the IOD is not known.</param>
    /// <remarks>
    /// X/Z/U* always keeps the sequence and maps the UIDs in it: that leaks nothing, and removing it would cut an image
    /// from those it was made of. X/Z of an attribute that must have a value does the same.
    /// </remarks>
    public BasicAction Resolve(int? type)
    {
        if ((Action & BasicAction.MapUid) != 0)
            return BasicAction.MapUid;
        var (removes, empties, dummies) =
            (Has(BasicAction.Remove), Has(BasicAction.Empty), Has(BasicAction.Dummy));
        return type switch
        {
            _ when !IsConditional => Action,
            3 => removes ? BasicAction.Remove : BasicAction.Empty,
            2 => empties ? BasicAction.Empty : BasicAction.Dummy,
            1 => dummies ? BasicAction.Dummy : BasicAction.MapUid,
            _ => dummies ? BasicAction.Dummy : BasicAction.Empty,
        };
    }

    /// <summary>Whether the attribute's type chooses among several actions.</summary>
    public bool IsConditional => (Action & (Action - 1)) != 0;

    private bool Has(BasicAction action) => (Action & action) != 0;
}

namespace Dams.Profiles;

/// <summary>What a profile does with an attribute.</summary>
internal sealed class Rule
{
    public static readonly Rule Keep = new(RuleAction.Keep);
    public static readonly Rule Remove = new(RuleAction.Remove);
    public static readonly Rule MapUid = new(RuleAction.MapUid);

    /// <summary>Removal of what the standard wants removed; an IOD that requires the attribute gets a dummy or an empty one.</summary>
    public static readonly Rule RemoveUnlessRequired = new(RuleAction.Remove, yieldsToType: true);

    /// <summary>Emptying of what the standard wants emptied; an IOD that requires a value gets a dummy.</summary>
    public static readonly Rule EmptyUnlessRequired = new(RuleAction.Empty, yieldsToType: true);

    /// <summary>Removal of prose that table E.1-1 does not list.</summary>
    public static readonly Rule FreeText = new(RuleAction.Remove, yieldsToType: true);

    /// <summary>
    /// The rule for an attribute that no other rule names: it stays, but what is known of the patient, and what announces itself, is
    /// taken out of it. What a user names to be kept stays as it is.
    /// </summary>
    public static readonly Rule Unlisted = new(RuleAction.Keep);

    /// <summary>The rule for an attribute that an option keeps: what is known of the patient and who is announced in it is taken out, and what the option is for stays.</summary>
    public static readonly Rule Retained = new(RuleAction.Keep);

    /// <param name="action">One action, or several of which the attribute's type chooses.</param>
    /// <param name="replacement">The value to write; null where the action makes one.</param>
    /// <param name="fallback">What to do instead where the value cannot be cleaned.</param>
    /// <param name="yieldsToType">Whether an attribute that an IOD requires is not removed, or not emptied where it must have a value (PS3.15 section E.1.1: its integrity must hold).</param>
    public Rule(RuleAction action, string? replacement = null, Rule? fallback = null, bool yieldsToType = false)
    {
        YieldsToType = yieldsToType;
        Action = action;
        Replacement = replacement;
        Fallback = fallback;
    }

    public RuleAction Action { get; }

    public string? Replacement { get; }

    public Rule? Fallback { get; }

    /// <summary>Whether the attribute's type chooses among several actions.</summary>
    public bool IsConditional => (Action & (Action - 1)) != 0;

    /// <summary>Whether the attribute's type has a say in what is done.</summary>
    public bool DependsOnType => IsConditional || YieldsToType;

    private bool YieldsToType { get; }

    /// <summary>The one action for an attribute of a type.</summary>
    /// <param name="type">1, 2 or 3 (PS3.5 section 7.4); null where the IOD is not known.</param>
    /// <remarks>
    /// X/Z/U* always keeps the sequence and maps the UIDs in it: that leaks nothing, and removing it would cut an image
    /// from those it was made of. X/Z of an attribute that must have a value does the same.
    /// </remarks>
    public RuleAction Resolve(int? type)
    {
        if (Has(RuleAction.MapUid))
            return RuleAction.MapUid;
        var (removes, empties, dummies) = (Has(RuleAction.Remove), Has(RuleAction.Empty), Has(RuleAction.Dummy));
        return type switch
        {
            1 when YieldsToType => RuleAction.Dummy,
            2 when YieldsToType => RuleAction.Empty,
            _ when !IsConditional => Action,
            3 => removes ? RuleAction.Remove : RuleAction.Empty,
            2 => empties ? RuleAction.Empty : RuleAction.Dummy,
            1 => dummies ? RuleAction.Dummy : RuleAction.MapUid,
            _ => dummies ? RuleAction.Dummy : RuleAction.Empty,
        };
    }

    /// <summary>Whether it can be done to values of a representation.</summary>
    public bool Fits(Vr vr) => Action switch
    {
        RuleAction.Shift => vr == Vr.DA || vr == Vr.DT || vr == Vr.TM,
        RuleAction.MapUid => vr == Vr.UI,
        RuleAction.Hash => vr == Vr.UI || HoldsAnyText(vr),
        _ => true,
    };

    /// <summary>Whether values of it may be any characters, so that a hash is one too.</summary>
    public static bool HoldsAnyText(Vr vr) => vr == Vr.AE || vr == Vr.CS || (vr.UsesCharacterSet && vr.IsText);

    private bool Has(RuleAction action) => (Action & action) != 0;
}

using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>
/// What actions D and C do inside a sequence with the elements that have no rule of their own. Its items stay. Under D
/// whatever can identify a person becomes a dummy; under C text is cleaned and names become dummies. Numbers, enumerated
/// values and the codes of other sequences in it stay.
/// </summary>
/// <param name="Index">The sequence.</param>
/// <param name="End">The index after it.</param>
/// <param name="Action">D or C.</param>
internal readonly record struct SequenceScope(int Index, int End, RuleAction Action)
{
    public static readonly SequenceScope None = new(-1, -1, RuleAction.None);

    private static readonly Rule Dummy = new(RuleAction.Dummy);
    private static readonly Rule Clean = new(RuleAction.Clean, fallback: Dummy);

    public bool Contains(int index) => index < End;

    /// <summary>The rule for an element inside that has none of its own.</summary>
    /// <param name="isDirect">Whether the element is in an item of the sequence itself and not deeper.</param>
    public Rule RuleFor(Tag tag, Vr vr, bool isDirect)
    {
        if (vr == Vr.SQ)
            return Rule.Keep;
        if (CodeAttributes.Contains(tag) && (!isDirect || Action == RuleAction.Clean))
            return Rule.Unlisted;
        var tellsNothing = vr == Vr.CS || vr == Vr.DS || vr == Vr.IS || vr == Vr.UI || vr == Vr.AT
            || (!vr.IsText && vr.WordSize > 1);
        if (tellsNothing)
            return Rule.Unlisted;
        return Action == RuleAction.Clean && vr != Vr.PN ? Clean : Dummy;
    }
}

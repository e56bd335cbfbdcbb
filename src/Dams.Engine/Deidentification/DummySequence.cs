using Dams.Dicom;
using Dams.Profiles;

namespace Dams.Deidentification;

/// <summary>
/// What action D does inside a sequence: its items stay, since the IOD wants them, and whatever in them can tell of a
/// person becomes a dummy. Numbers, enumerated values and codes that other sequences in it hold stay.
/// </summary>
internal static class DummySequence
{
    private const ushort CodeGroup = 0x0008;
    private const ushort FirstCodeElement = 0x0100, LastCodeElement = 0x0122;

    /// <summary>The rule for an element inside, where the profile has none of its own that changes it.</summary>
    /// <param name="isDirect">Whether the element is in an item of the sequence itself and not deeper.</param>
    public static Rule RuleFor(Tag tag, Vr vr, bool isDirect)
    {
        if (vr == Vr.SQ)
            return Rule.Keep;
        if (tag.Group == CodeGroup && tag.Element is >= FirstCodeElement and <= LastCodeElement && !isDirect)
            return Rule.Keep;
        var tellsNothing = vr == Vr.CS || vr == Vr.DS || vr == Vr.IS || vr == Vr.UI || vr == Vr.AT
            || (!vr.IsText && vr.WordSize > 1);
        return tellsNothing ? Rule.Keep : new Rule(BasicAction.Dummy);
    }
}

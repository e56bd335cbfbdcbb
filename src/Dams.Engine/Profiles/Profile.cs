using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Dams.Subjects;
using Dams.Dicom;

namespace Dams.Profiles;

/// <summary>A named set of rules: what to do with each attribute, wherever it stands.</summary>
public sealed class Profile
{
    private static readonly Rule CleanOrRemove = new(RuleAction.Clean, otherwise: Rule.Remove);

    private readonly TagIndex _exact;
    private readonly Rule[] _rules;
    private readonly List<(TagPattern Pattern, Rule Rule)> _patterns;
    private readonly HashSet<ProfileOption> _options;
    private readonly Rule _unknown;
    private readonly Rule _personName;
    private readonly Rule _uid;

    internal Profile(
        string name,
        SortedDictionary<uint, Rule> exact,
        List<(TagPattern Pattern, Rule Rule)> patterns,
        IReadOnlyCollection<ProfileOption> options,
        bool isMarked)
    {
        Name = name;
        IsMarked = isMarked;
        Codes = isMarked ? [MethodCode.Basic, .. options.OrderBy(option => option).Select(MethodCode.Of)] : [];
        _exact = new TagIndex([.. exact.Keys]);
        _rules = [.. exact.Values];
        _patterns = patterns;
        _options = [.. options];
        _unknown = isMarked ? Rule.Remove : Rule.Keep;
        _personName = isMarked ? Rule.Remove : Rule.Keep;
        _uid = isMarked && !Has(ProfileOption.RetainUIDs) ? Rule.MapUid : Rule.Keep;
    }

    /// <summary>The name of the profile.</summary>
    public string Name { get; }

    /// <summary>What (0012,0064) De-identification Method Code Sequence says of it.</summary>
    internal IReadOnlyList<MethodCode> Codes { get; }

    /// <summary>
    /// Whether the output says that it was de-identified and carries nothing outside its dataset: every profile but
    /// Encode, which changes its six attributes and no other byte.
    /// </summary>
    internal bool IsMarked { get; }

    /// <summary>Whether instances, series and studies get new UIDs.</summary>
    internal bool MapsUids => RuleFor(KnownTag.SOPInstanceUID, Vr.UI).Action == RuleAction.MapUid;

    /// <summary>Whether a birth date keeps its year, and of the rest of it nothing.</summary>
    internal bool KeepsBirthYear => !IsMarked;

    /// <summary>What (0028,0303) Longitudinal Temporal Information Modified says (PS3.3 section C.12.1.1.5).</summary>
    internal string TemporalInformation => KeepsDates ? "UNMODIFIED" : ShiftsDates ? "MODIFIED" : "REMOVED";

    /// <summary>Whether dates stay as they are.</summary>
    internal bool KeepsDates => !IsMarked || Has(ProfileOption.RetainLongitudinalFullDates);

    /// <summary>Whether dates are moved.</summary>
    internal bool ShiftsDates => Has(ProfileOption.RetainLongitudinalModifiedDates);

    /// <summary>Whether what is known of a patient is taken out of all texts that stay.</summary>
    internal bool CleansText => Has(ProfileOption.CleanDescriptors);

    /// <summary>Whether an option is in force.</summary>
    internal bool Has(ProfileOption option) => _options.Contains(option);

    /// <summary>A date of the source, as YYYYMMDD, as the output has it; empty where it has none.</summary>
    /// <param name="shift">The shift of the subject.</param>
    internal string OutputDate(string date, Func<DateShift> shift) =>
        KeepsDates ? date : ShiftsDates ? shift().Shift(date) ?? "" : "";

    /// <summary>The rule for an attribute.</summary>
    /// <param name="vr">The value representation by which its value is read.</param>
    [MethodImpl(HotPath.Options)]
    internal Rule RuleFor(Tag tag, Vr vr)
    {
        var index = _exact.Find(tag);
        if (index >= 0)
            return _rules[index];
        foreach (var (pattern, patternRule) in _patterns)
        {
            if (pattern.Matches(tag))
                return patternRule;
        }
        // Table E.1-1 lists what the standard knows. Beyond it nobody can say what an element holds, a name that it
        // forgot is a name all the same, and a UID has to stay the same wherever it stands.
        if (!DataDictionary.Contains(tag))
            return _unknown;
        if (vr == Vr.PN)
            return _personName;
        return vr == Vr.UI && !ClassUid.IsClass(tag) ? _uid : Rule.Unlisted;
    }

    /// <summary>The rule for a private element that is no creator.</summary>
    /// <param name="creator">Who reserved its block; empty where nobody did.</param>
    internal Rule RuleForPrivate(Tag tag, Vr vr, string creator)
    {
        var rule = RuleFor(tag, vr);
        if (rule.Action != RuleAction.Remove || !Has(ProfileOption.RetainSafePrivate)
            || PrivateDictionary.Find(creator, tag) is not { IsSafe: true })
        {
            return rule;
        }
        if (vr == Vr.UI)
            return _uid;
        if (vr == Vr.DA || vr == Vr.DT || vr == Vr.TM)
            return CleanOrRemove;
        return vr == Vr.PN ? Rule.Remove : Rule.Unlisted;
    }
}

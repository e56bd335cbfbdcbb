using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Dicom;

namespace Dams.Profiles;

/// <summary>A named set of rules: what to do with each attribute, wherever it stands.</summary>
public sealed class Profile
{
    private readonly TagIndex _exact;
    private readonly Rule[] _rules;
    private readonly List<(TagPattern Pattern, Rule Rule)> _patterns;
    private readonly Rule _unknown;
    private readonly Rule _personName;
    private readonly Rule _uid;

    internal Profile(
        string name,
        SortedDictionary<uint, Rule> exact,
        List<(TagPattern Pattern, Rule Rule)> patterns,
        IReadOnlyList<MethodCode> codes,
        bool isMarked)
    {
        Name = name;
        Codes = codes;
        IsMarked = isMarked;
        _exact = new TagIndex([.. exact.Keys]);
        _rules = [.. exact.Values];
        _patterns = patterns;
        _unknown = isMarked ? Rule.Remove : Rule.Keep;
        _personName = isMarked ? Rule.Remove : Rule.Keep;
        _uid = isMarked ? Rule.MapUid : Rule.Keep;
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
    internal bool MapsUids => RuleFor(KnownTag.SOPInstanceUID, Vr.UI).Action == BasicAction.MapUid;

    /// <summary>Whether a birth date keeps its year, and of the rest of it nothing.</summary>
    internal bool KeepsBirthYear => !IsMarked;

    /// <summary>What (0028,0303) Longitudinal Temporal Information Modified says (PS3.3 section C.12.1.1.5).</summary>
    internal string TemporalInformation => "REMOVED";

    /// <summary>A date of the source, as YYYYMMDD, as the output has it; empty where it has none.</summary>
    internal string OutputDate(string date) => IsMarked ? "" : date;

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
        return vr == Vr.UI && !ClassUid.IsClass(tag) ? _uid : Rule.Keep;
    }
}

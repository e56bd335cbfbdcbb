using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Profiles;
using Dams.Profiles.Recipes;

namespace Dams;

/// <summary>A named set of rules: what to do with each attribute, wherever it stands.</summary>
public sealed class Profile
{
    private static readonly Rule CleanOrRemove = new(RuleAction.Clean, fallback: Rule.RemoveUnlessRequired);

    private readonly TagIndex _exact;
    private readonly Rule[] _rules;
    private readonly TagPattern[] _patterns;
    private readonly Rule[] _patternRules;
    private readonly IReadOnlyList<RecipeRule> _userRules;
    private readonly HashSet<ProfileOption> _options;
    private readonly Rule _unknown;
    private readonly Rule _personName;
    private readonly Rule _date;
    private readonly Rule _address;
    private readonly Rule _uid;

    internal Profile(
        bool followsStandard,
        IReadOnlyCollection<ProfileOption> options,
        SortedDictionary<uint, Rule> exact,
        IReadOnlyList<(TagPattern Pattern, Rule Rule)> patterns,
        IReadOnlyList<RecipeRule> own,
        IReadOnlyList<PixelRule> pixels,
        IReadOnlyList<XmlRule> xml)
    {
        FollowsStandard = followsStandard;
        PixelRules = pixels;
        XmlRules = xml;
        _userRules = own;
        Codes = followsStandard ? [MethodCode.Basic, .. options.OrderBy(option => option).Select(MethodCode.ForOption)] : [];
        _exact = new TagIndex([.. exact.Keys]);
        _rules = [.. exact.Values];
        _patterns = [.. patterns.Select(pattern => pattern.Pattern)];
        _patternRules = [.. patterns.Select(pattern => pattern.Rule)];
        _options = [.. options];
        _unknown = followsStandard ? Rule.Remove : Rule.Keep;
        _personName = followsStandard ? Rule.RemoveUnlessRequired : Rule.Keep;
        _date = followsStandard && !Has(ProfileOption.RetainLongitudinalFullDates) ? CleanOrRemove : Rule.Unlisted;
        _address = followsStandard ? Rule.RemoveUnlessRequired : Rule.Unlisted;
        _uid = followsStandard && !Has(ProfileOption.RetainUIDs) ? Rule.MapUid : Rule.Keep;
    }

    /// <summary>What (0012,0064) De-identification Method Code Sequence says of it.</summary>
    internal IReadOnlyList<MethodCode> Codes { get; }

    /// <summary>
    /// Whether the output says that it was de-identified and carries nothing outside its dataset: every profile but
    /// Encode, which changes its six attributes and no other byte.
    /// </summary>
    internal bool FollowsStandard { get; }

    /// <summary>Whether a birth date keeps its year, and month and day become 0101.</summary>
    internal bool KeepsBirthYear => !FollowsStandard;

    /// <summary>What (0028,0303) Longitudinal Temporal Information Modified says (PS3.3 section C.12.1.1.5).</summary>
    internal string TemporalInformation => KeepsDates ? "UNMODIFIED" : ShiftsDates ? "MODIFIED" : "REMOVED";

    /// <summary>Whether dates stay as they are.</summary>
    internal bool KeepsDates => !FollowsStandard || Has(ProfileOption.RetainLongitudinalFullDates);

    /// <summary>Whether dates are moved.</summary>
    internal bool ShiftsDates => Has(ProfileOption.RetainLongitudinalModifiedDates);

    /// <summary>Whether what is known of a patient is taken out of all texts that stay.</summary>
    internal bool CleansText => Has(ProfileOption.CleanDescriptors);

    /// <summary>Whether there are texts of which a recognizer is asked what identifies in them.</summary>
    internal bool AsksRecognizer => CleansText || Has(ProfileOption.CleanStructuredContent) || Has(ProfileOption.CleanGraphics);

    /// <summary>What to black out in images; these rules take precedence over those that Dams has.</summary>
    internal IReadOnlyList<PixelRule> PixelRules { get; }

    /// <summary>What to do with nodes of XML beside the images.</summary>
    internal IReadOnlyList<XmlRule> XmlRules { get; }

    /// <summary>Whether what becomes of a private element can depend on who reserved its block.</summary>
    internal bool DependsOnPrivateCreators => _userRules.Count > 0 || Has(ProfileOption.RetainSafePrivate);

    /// <summary>Whether an option is in force.</summary>
    internal bool Has(ProfileOption option) => _options.Contains(option);

    /// <summary>The rule for an attribute.</summary>
    /// <param name="vr">The value representation by which its value is read.</param>
    /// <param name="creator">Who reserved its block, of a private element; empty where nobody did.</param>
    [MethodImpl(HotPath.Options)]
    internal Rule RuleFor(Tag tag, Vr vr, string creator = "")
    {
        if (_userRules.Count > 0 && UserRule(tag, vr, creator) is { } own)
            return own;
        // The table lists three elements of commands, of the file meta information and of a DICOMDIR, which belong in no dataset.
        if (tag.BelongsInNoDataset)
            return _unknown;
        var index = _exact.Find(tag);
        if (index >= 0)
            return _rules[index];
        for (var i = 0; i < _patterns.Length; i++)
        {
            if (_patterns[i].Matches(tag))
                return _patternRules[i];
        }
        // Beyond table E.1-1: what an element holds that the standard does not define nobody knows. A name that the table
        // does not list is still a name, a date still a date, an address leads to the original and holds its UIDs, and a UID
        // has to stay the same wherever it stands.
        if (!DataDictionary.Contains(tag))
            return _unknown;
        if (vr == Vr.PN)
            return _personName;
        if (vr == Vr.DA || vr == Vr.DT)
            return _date;
        if (vr == Vr.UR && !ClassUidAttributes.Contains(tag))
            return _address;
        return vr == Vr.UI && !ClassUidAttributes.Contains(tag) ? _uid : Rule.Unlisted;
    }

    /// <summary>
    /// The rule that a user gave: one that names the element wins over one for its creator, that over a pattern of tags,
    /// that over a value representation; of two of a kind the later.
    /// </summary>
    private Rule? UserRule(Tag tag, Vr vr, string creator)
    {
        RecipeRule? best = null;
        foreach (var rule in _userRules)
        {
            if (rule.Matches(tag, vr, creator) && (best is null || rule.Rank >= best.Rank))
                best = rule;
        }
        // A rule for many attributes does not bring back the patient's name and number.
        var isIdentity = tag == KnownTag.PatientName || tag == KnownTag.PatientID;
        return best is null || (isIdentity && best.Rank < RecipeRule.ExactRank) ? null : best.Rule;
    }

    /// <summary>The rule for a private element that is no creator.</summary>
    /// <param name="creator">Who reserved its block; empty where nobody did.</param>
    /// <param name="fits">Whether its value is one of the value representation that the table of safe elements prints.</param>
    internal Rule RuleForPrivate(Tag tag, Vr vr, string creator, bool fits)
    {
        var rule = RuleFor(tag, vr, creator);
        if (rule.Action != RuleAction.Remove || !Has(ProfileOption.RetainSafePrivate) || !fits
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

using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom;

namespace Dams.Profiles;

/// <summary>Makes a profile of what a user asks for.</summary>
public static class ProfileBuilder
{
    /// <summary>The Basic Application Level Confidentiality Profile (PS3.15 section E.2).</summary>
    public const string Basic = "Basic";

    /// <summary>
    /// Basic with the options that research mostly needs: safe private elements, moved dates, patient characteristics,
    /// device identity and cleaned descriptors.
    /// </summary>
    public const string Research = "Research";

    /// <summary>What the original DAMS script promised: six attributes and nothing else.</summary>
    public const string Encode = "Encode";

    private static readonly ProfileOption[] ResearchOptions =
    [
        ProfileOption.RetainSafePrivate,
        ProfileOption.RetainLongitudinalModifiedDates,
        ProfileOption.RetainPatientCharacteristics,
        ProfileOption.RetainDeviceIdentity,
        ProfileOption.CleanDescriptors,
    ];

    private static readonly Tag[] EncodedTags =
    [
        KnownTag.PatientName,
        KnownTag.PatientID,
        KnownTag.PatientBirthDate,
        KnownTag.InstitutionName,
        KnownTag.InstitutionAddress,
        KnownTag.StudyDescription,
    ];

    /// <summary>The names of the profiles that Dams brings.</summary>
    public static IReadOnlyList<string> Names { get; } = [Basic, Research, Encode];

    /// <summary>Makes the profile.</summary>
    /// <exception cref="DamsException">The request names something that is not, or things that do not go together.</exception>
    public static Profile Build(ProfileRequest request)
    {
        var name = Names.FirstOrDefault(known => string.Equals(known, request.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw Errors.UnknownProfile(request.Name, Names);
        var options = new HashSet<ProfileOption>(request.Options);
        if (name == Research && !options.Contains(ProfileOption.RetainLongitudinalFullDates))
            options.UnionWith(ResearchOptions);
        else if (name == Research)
            options.UnionWith(ResearchOptions.Where(option => option != ProfileOption.RetainLongitudinalModifiedDates));
        if (name == Encode && options.Count > 0)
            throw Errors.OptionsOfEncode();
        if (options.Contains(ProfileOption.RetainLongitudinalFullDates) && options.Contains(ProfileOption.RetainLongitudinalModifiedDates))
            throw Errors.ContradictoryDates();
        var exact = new SortedDictionary<uint, Rule>();
        var patterns = new List<(TagPattern, Rule)>();
        if (name == Encode)
            AddEncode(exact);
        else
            AddTable(exact, patterns, options);
        foreach (var attribute in request.Remove)
            exact[TagOf(attribute).Value] = Rule.Remove;
        foreach (var attribute in request.Keep)
            exact[TagOf(attribute).Value] = Rule.Keep;
        foreach (var pair in request.Replace)
            exact[TagOf(pair.Key).Value] = new Rule(RuleAction.Dummy, pair.Value);
        return new Profile(name, exact, patterns, options, isMarked: name != Encode);
    }

    private static void AddTable(
        SortedDictionary<uint, Rule> exact, List<(TagPattern, Rule)> patterns, HashSet<ProfileOption> options)
    {
        foreach (var row in ConfidentialityTable.Rows)
        {
            var rule = RuleOf(row, options);
            if (row.Attributes.IsExact)
                exact[row.Attributes.Value] = rule;
            else
                patterns.Add((row.Attributes, rule));
        }
    }

    /// <summary>
    /// What the options make of a row. Where one keeps an attribute and another cleans it, it is cleaned: the day of a
    /// calibration is moved with all others though it tells of a device (PS3.15 section E.3.8).
    /// </summary>
    internal static Rule RuleOf(ConfidentialityRow row, IReadOnlyCollection<ProfileOption> options)
    {
        var basic = new Rule(row.Basic);
        // Safe private elements stay one by one, which PrivateBlocks decides.
        var asked = options.Where(option => option != ProfileOption.RetainSafePrivate)
            .Select(option => row.Options.TryGetValue(option.ToString(), out var action) ? action : RuleAction.None)
            .Aggregate(RuleAction.None, (all, action) => all | action);
        if ((asked & RuleAction.Clean) != 0)
            return new Rule(RuleAction.Clean, otherwise: basic);
        return (asked & RuleAction.Keep) != 0 ? Rule.Keep : basic;
    }

    private static void AddEncode(SortedDictionary<uint, Rule> exact)
    {
        foreach (var tag in EncodedTags)
            exact[tag.Value] = new Rule(RuleAction.Empty | RuleAction.Dummy);
    }

    private static Tag TagOf(string attribute) =>
        DataDictionary.TryFind(attribute, out var tag) ? tag : throw Errors.UnknownAttribute(attribute);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Profiles;
using Dams.Profiles.Recipes;

namespace Dams;

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

    internal static readonly ProfileOption[] ResearchOptions =
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

    /// <summary>The names of the profiles that Dams has.</summary>
    public static IReadOnlyList<string> Names { get; } = [Basic, Research, Encode];

    /// <summary>Makes the profile.</summary>
    /// <exception cref="DamsException">The request names something that does not exist, or options that contradict each other.</exception>
    public static Profile Build(ProfileRequest request)
    {
        var recipe = RecipeOf(request);
        var options = OptionsOf(recipe.Profile, [.. recipe.Options, .. request.Options]);
        var own = new List<RecipeRule>([.. recipe.Rules, .. UserRules(request)]);
        CheckReplacements(own);
        var exact = new SortedDictionary<uint, Rule>();
        var patterns = new List<(TagPattern, Rule)>();
        if (recipe.Profile == Encode)
            AddEncode(exact);
        else
            AddTable(exact, patterns, options);
        return new Profile(
            followsStandard: recipe.Profile != Encode,
            options,
            exact,
            patterns,
            own,
            recipe.Pixels,
            recipe.Xml);
    }

    private static Recipe RecipeOf(ProfileRequest request)
    {
        var name = Names.FirstOrDefault(known => string.Equals(known, request.Name, StringComparison.OrdinalIgnoreCase));
        if (name is not null)
            return new Recipe(name, [], [], [], []);
        return request.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? RecipeReader.Read(request.Name)
            : throw ProfileErrors.UnknownProfile(request.Name, Names);
    }

    private static HashSet<ProfileOption> OptionsOf(string profile, IEnumerable<ProfileOption> asked)
    {
        var options = new HashSet<ProfileOption>(asked);
        // A number is taken for a name by those who parse it.
        if (options.Any(option => !Enum.IsDefined(typeof(ProfileOption), option)))
            throw ProfileErrors.UnknownOption(Enum.GetNames(typeof(ProfileOption)));
        if (profile == Encode && options.Count > 0)
            throw ProfileErrors.OptionsOfEncode();
        if (options.Contains(ProfileOption.RetainLongitudinalFullDates) && options.Contains(ProfileOption.RetainLongitudinalModifiedDates))
            throw ProfileErrors.ContradictoryDates();
        var keepsDates = options.Contains(ProfileOption.RetainLongitudinalFullDates);
        if (profile == Research)
            options.UnionWith(ResearchOptions.Where(option => !keepsDates || option != ProfileOption.RetainLongitudinalModifiedDates));
        return options;
    }

    private static IEnumerable<RecipeRule> UserRules(ProfileRequest request) =>
    [
        .. request.Remove.Select(attribute => UserRule(attribute, Rule.Remove)),
        .. request.Keep.Select(attribute => UserRule(attribute, Rule.Keep)),
        .. request.Replace.Select(pair => UserRule(pair.Key, new Rule(RuleAction.Dummy, pair.Value))),
    ];

    private static void CheckReplacements(IEnumerable<RecipeRule> rules)
    {
        foreach (var rule in rules.Where(rule => rule.Rule.Replacement is not null && rule.Rank == RecipeRule.ExactRank))
            ReplacementValue.EnsureFits(new Tag(rule.Attributes!.Value.Value), rule.Rule.Replacement!);
    }

    private static RecipeRule UserRule(string attribute, Rule rule) => DataDictionary.TryFind(attribute, out var tag)
        ? new RecipeRule(new TagPattern(uint.MaxValue, tag.Value), null, null, null, rule)
        : throw DicomErrors.UnknownAttribute(attribute);

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
        foreach (var sibling in Siblings.All)
            exact[sibling.Row.Attributes.Value] = RuleOf(sibling.Row, options);
        if (options.Contains(ProfileOption.CleanDescriptors))
            return;
        foreach (var tag in FreeText.Removed)
            exact[tag.Value] = Rule.FreeText;
    }

    /// <summary>
    /// What the options make of a row. Where one keeps an attribute and another cleans it, it is cleaned: the day of a
    /// calibration is moved with all others though it tells of a device (PS3.15 section E.3.8).
    /// </summary>
    internal static Rule RuleOf(ConfidentialityRow row, IReadOnlyCollection<ProfileOption> options)
    {
        var basic = row.Basic switch
        {
            RuleAction.Remove => Rule.RemoveUnlessRequired,
            RuleAction.Empty => Rule.EmptyUnlessRequired,
            _ => new Rule(row.Basic),
        };
        // Safe private elements stay one by one, which PrivateBlocks decides.
        var asked = options.Where(option => option != ProfileOption.RetainSafePrivate)
            .Select(option => row.Options.TryGetValue(option.ToString(), out var action) ? action : RuleAction.None)
            .Aggregate(RuleAction.None, (all, action) => all | action);
        if ((asked & RuleAction.Clean) != 0)
            return new Rule(RuleAction.Clean, fallback: basic);
        return (asked & RuleAction.Keep) != 0 ? Rule.Retained : basic;
    }

    private static void AddEncode(SortedDictionary<uint, Rule> exact)
    {
        foreach (var tag in EncodedTags)
            exact[tag.Value] = new Rule(RuleAction.Empty | RuleAction.Dummy);
    }
}

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

    /// <summary>What the original DAMS script promised: six attributes and nothing else.</summary>
    public const string Encode = "Encode";

    /// <summary>The names of the profiles that Dams brings.</summary>
    public static IReadOnlyList<string> Names { get; } = [Basic, Encode];

    /// <summary>Makes the profile.</summary>
    /// <exception cref="DamsException">The request names something that is not.</exception>
    public static Profile Build(ProfileRequest request)
    {
        var name = Names.FirstOrDefault(known => string.Equals(known, request.Name, StringComparison.OrdinalIgnoreCase))
            ?? throw Errors.UnknownProfile(request.Name, Names);
        var exact = new SortedDictionary<uint, Rule>();
        var patterns = new List<(TagPattern, Rule)>();
        var codes = new List<MethodCode>();
        if (name == Encode)
            AddEncode(exact);
        else
            AddTable(exact, patterns, codes);
        foreach (var attribute in request.Remove)
            exact[TagOf(attribute).Value] = Rule.Remove;
        foreach (var attribute in request.Keep)
            exact[TagOf(attribute).Value] = Rule.Keep;
        foreach (var pair in request.Replace)
            exact[TagOf(pair.Key).Value] = new Rule(BasicAction.Dummy, pair.Value);
        return new Profile(name, exact, patterns, codes, isMarked: name != Encode);
    }

    private static void AddTable(
        SortedDictionary<uint, Rule> exact, List<(TagPattern, Rule)> patterns, List<MethodCode> codes)
    {
        codes.Add(MethodCode.Basic);
        foreach (var row in ConfidentialityTable.Rows)
        {
            var rule = new Rule(row.Basic);
            if (row.Attributes.IsExact)
                exact[row.Attributes.Value] = rule;
            else
                patterns.Add((row.Attributes, rule));
        }
    }

    private static void AddEncode(SortedDictionary<uint, Rule> exact)
    {
        var coded = new Rule(BasicAction.Empty | BasicAction.Dummy);
        foreach (var tag in EncodedTags)
            exact[tag.Value] = coded;
    }

    private static readonly Tag[] EncodedTags =
    [
        KnownTag.PatientName,
        KnownTag.PatientID,
        KnownTag.PatientBirthDate,
        KnownTag.InstitutionName,
        KnownTag.InstitutionAddress,
        KnownTag.StudyDescription,
    ];

    private static Tag TagOf(string attribute) =>
        DataDictionary.TryFind(attribute, out var tag) ? tag : throw Errors.UnknownAttribute(attribute);
}

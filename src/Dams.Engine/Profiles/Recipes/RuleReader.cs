using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Dicom.Dictionary;

namespace Dams.Profiles.Recipes;

/// <summary>Reads the rules for attributes of a recipe.</summary>
internal static class RuleReader
{
    private static readonly string[] Selectors = ["keyword", "tag", "vr", "privateCreator"];

    private static readonly Dictionary<string, RuleAction> Actions = new()
    {
        ["keep"] = RuleAction.Keep,
        ["remove"] = RuleAction.Remove,
        ["empty"] = RuleAction.Empty,
        ["replace"] = RuleAction.Dummy,
        ["hash"] = RuleAction.Hash,
        ["shift"] = RuleAction.Shift,
        ["remap"] = RuleAction.MapUid,
        ["clean"] = RuleAction.Clean,
    };

    /// <exception cref="DamsException">The node is no such rule.</exception>
    public static RecipeRule Read(JsonNode node)
    {
        RecipeReader.ExpectKind(node, JsonKind.Object);
        RecipeReader.RefuseUnknownMembers(node, "keyword", "tag", "vr", "privateCreator", "element", "action", "value");
        string?[] selectors = [.. Selectors.Select(name => RecipeReader.TextOf(node, name))];
        if (selectors.Count(selector => selector is not null) != 1)
            throw RecipeReader.Malformed(node, "a rule goes by one of keyword, tag, vr and privateCreator");
        var rule = new RecipeRule(
            selectors[0] is { } keyword ? KeywordOf(node["keyword"]!, keyword) : selectors[1] is { } tag ? TagOf(node["tag"]!, tag) : null,
            selectors[2] is { } vr ? VrOf(node["vr"]!, vr) : null,
            selectors[3],
            RecipeReader.TextOf(node, "element") is { } element ? OffsetOf(node, element) : null,
            ActionOf(node));
        CheckFit(node, rule);
        return rule;
    }

    /// <summary>What a rule does.</summary>
    /// <exception cref="DamsException">It has no action, or one that there is not.</exception>
    public static Rule ActionOf(JsonNode node)
    {
        var name = RecipeReader.TextOf(node, "action") ?? throw RecipeReader.Malformed(node, "the rule has no action");
        if (!Actions.TryGetValue(name, out var action))
            throw RecipeReader.Malformed(node["action"]!, $"there is no action {name}; known are {string.Join(", ", Actions.Keys)}");
        var value = RecipeReader.TextOf(node, "value");
        if ((name == "replace") != (value is not null))
            throw RecipeReader.Malformed(node, "the action replace, and no other, has a value");
        return action == RuleAction.Keep ? Rule.Keep
            : new Rule(action, value, fallback: action is RuleAction.Clean or RuleAction.Shift ? Rule.Remove : null);
    }

    /// <summary>Refuses what cannot be done to the one attribute, or to the values, that the rule is about.</summary>
    private static void CheckFit(JsonNode node, RecipeRule rule)
    {
        var isExact = rule.Rank == RecipeRule.ExactRank;
        if (isExact && rule.Rule.Replacement is { } value
            && ReplacementValue.ProblemOf(new Tag(rule.Attributes!.Value.Value), value) is { } problem)
        {
            throw RecipeReader.Malformed(node["value"]!, problem);
        }
        var vr = isExact ? DataDictionary.VrOf(new Tag(rule.Attributes!.Value.Value)) : rule.Vr;
        if (vr is { } known && known != Vr.UN && !rule.Rule.Fits(known))
            throw RecipeReader.Malformed(node["action"]!, $"{node["action"]!.Text} cannot be done to {known}");
    }

    private static TagPattern KeywordOf(JsonNode node, string keyword) =>
        DataDictionary.TryFind(keyword, out var tag)
            ? new TagPattern(uint.MaxValue, tag.Value)
            : throw RecipeReader.Malformed(node, $"there is no keyword {keyword}");

    private static TagPattern TagOf(JsonNode node, string tag)
    {
        var digits = tag.Length > 2 && tag[0] == '(' && tag[tag.Length - 1] == ')' ? tag.Substring(1, tag.Length - 2) : tag;
        if (digits.Length == 9 && digits[4] == ',')
            digits = digits.Remove(4, 1);
        return digits.Length == 8 && digits.All(digit => Uri.IsHexDigit(digit) || digit is 'x' or 'X')
            ? TagPattern.Parse(digits)
            : throw RecipeReader.Malformed(node, $"{tag} is no tag: write gggg,eeee with x for any digit");
    }

    private static Vr VrOf(JsonNode node, string vr) =>
        vr.Length == 2 && Vr.Parse(vr).IsDefined ? Vr.Parse(vr) : throw RecipeReader.Malformed(node, $"there is no value representation {vr}");

    private static byte OffsetOf(JsonNode node, string element) =>
        node["privateCreator"] is not null && element.Length == 2
        && byte.TryParse(element, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw RecipeReader.Malformed(node["element"]!, "element is two hexadecimal digits, with privateCreator");
}

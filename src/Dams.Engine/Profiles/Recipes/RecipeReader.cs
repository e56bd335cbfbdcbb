using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Deidentification.Pixels;
using Dams.Dicom;

namespace Dams.Profiles.Recipes;

/// <summary>Reads recipes. Every error names the line on which it stands.</summary>
internal static class RecipeReader
{
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

    /// <exception cref="DamsException">The file cannot be read, or holds what no recipe may.</exception>
    public static Recipe Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path, Encoding.UTF8));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Errors.UnreadableRecipe(path, e);
        }
    }

    /// <exception cref="DamsException">The text holds what no recipe may.</exception>
    public static Recipe Parse(string text)
    {
        var root = JsonReader.Read(text);
        Expect(root, JsonKind.Object);
        RefuseOthers(root, "$schema", "profile", "options", "rules", "pixels");
        return new Recipe(
            root["profile"] is { } profile ? ProfileOf(profile) : ProfileBuilder.Basic,
            ItemsOf(root["options"]).Select(OptionOf).ToArray(),
            ItemsOf(root["rules"]).Select(RuleOf).ToArray(),
            ItemsOf(root["pixels"]).Select(PixelRuleReader.Read).ToArray());
    }

    /// <exception cref="DamsException">The node is of another kind.</exception>
    internal static void Expect(JsonNode node, JsonKind kind)
    {
        if (node.Kind != kind)
            throw Errors.MalformedRecipe(node.Line, $"expected {(kind == JsonKind.Object ? "an object" : kind == JsonKind.Array ? "an array" : "a " + kind.ToString().ToLowerInvariant())}");
    }

    /// <exception cref="DamsException">The object has a member of another name.</exception>
    internal static void RefuseOthers(JsonNode node, params string[] names)
    {
        foreach (var member in node.Members)
        {
            if (!names.Contains(member.Key))
                throw Errors.MalformedRecipe(member.Value.Line, $"there is no \"{member.Key}\" here; known are {string.Join(", ", names)}");
        }
    }

    /// <summary>The text of a member; null where it is missing.</summary>
    internal static string? TextOf(JsonNode node, string name)
    {
        if (node[name] is not { } member)
            return null;
        Expect(member, JsonKind.String);
        return member.Text;
    }

    private static IReadOnlyList<JsonNode> ItemsOf(JsonNode? array)
    {
        if (array is null)
            return [];
        Expect(array, JsonKind.Array);
        return array.Items;
    }

    private static string ProfileOf(JsonNode node)
    {
        Expect(node, JsonKind.String);
        return ProfileBuilder.Names.FirstOrDefault(name => string.Equals(name, node.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw Errors.MalformedRecipe(node.Line, $"there is no profile {node.Text}; known are {string.Join(", ", ProfileBuilder.Names)}");
    }

    private static ProfileOption OptionOf(JsonNode node)
    {
        Expect(node, JsonKind.String);
        return Enum.TryParse<ProfileOption>(node.Text, ignoreCase: true, out var option) && !char.IsDigit(node.Text[0])
            ? option
            : throw Errors.MalformedRecipe(node.Line, $"there is no option {node.Text}");
    }

    private static RecipeRule RuleOf(JsonNode node)
    {
        Expect(node, JsonKind.Object);
        RefuseOthers(node, "keyword", "tag", "vr", "privateCreator", "element", "action", "value");
        string?[] selectors = [TextOf(node, "keyword"), TextOf(node, "tag"), TextOf(node, "vr"), TextOf(node, "privateCreator")];
        if (selectors.Count(selector => selector is not null) != 1)
            throw Errors.MalformedRecipe(node.Line, "a rule goes by one of keyword, tag, vr and privateCreator");
        var rule = ActionOf(node);
        return new RecipeRule(
            selectors[0] is { } keyword ? KeywordOf(node, keyword) : selectors[1] is { } tag ? TagOf(node, tag) : null,
            selectors[2] is { } vr ? VrOf(node, vr) : null,
            selectors[3],
            TextOf(node, "element") is { } element ? OffsetOf(node, element) : null,
            rule);
    }

    private static Rule ActionOf(JsonNode node)
    {
        var name = TextOf(node, "action") ?? throw Errors.MalformedRecipe(node.Line, "the rule has no action");
        if (!Actions.TryGetValue(name, out var action))
            throw Errors.MalformedRecipe(node.Line, $"there is no action {name}; known are {string.Join(", ", Actions.Keys)}");
        var value = TextOf(node, "value");
        if ((name == "replace") != (value is not null))
            throw Errors.MalformedRecipe(node.Line, "the action replace, and no other, has a value");
        return action == RuleAction.Keep ? Rule.Keep
            : new Rule(action, value, otherwise: action is RuleAction.Clean or RuleAction.Shift ? Rule.Remove : null);
    }

    private static TagPattern KeywordOf(JsonNode node, string keyword) =>
        DataDictionary.TryFind(keyword, out var tag)
            ? new TagPattern(uint.MaxValue, tag.Value)
            : throw Errors.MalformedRecipe(node.Line, $"there is no keyword {keyword}");

    private static TagPattern TagOf(JsonNode node, string tag)
    {
        var digits = tag.Trim('(', ')').Replace(",", "");
        return digits.Length == 8 && digits.All(digit => Uri.IsHexDigit(digit) || digit is 'x' or 'X')
            ? TagPattern.Parse(digits)
            : throw Errors.MalformedRecipe(node.Line, $"{tag} is no tag: write gggg,eeee with x for any digit");
    }

    private static Vr VrOf(JsonNode node, string vr) =>
        vr.Length == 2 && Vr.Of(vr).IsDefined ? Vr.Of(vr) : throw Errors.MalformedRecipe(node.Line, $"there is no value representation {vr}");

    private static byte OffsetOf(JsonNode node, string element) =>
        node["privateCreator"] is not null
        && byte.TryParse(element, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw Errors.MalformedRecipe(node.Line, "element is two hexadecimal digits, with privateCreator");
}

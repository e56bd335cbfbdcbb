using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Dams.Profiles.Recipes;

/// <summary>Reads recipes. Every error names the line on which it stands.</summary>
internal static class RecipeReader
{
    /// <exception cref="DamsException">The file cannot be read, or holds what no recipe may.</exception>
    public static Recipe Read(string path)
    {
        try
        {
            using var reader = new StreamReader(RegularFile.OpenRead(path), Encoding.UTF8);
            return Parse(reader.ReadToEnd());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProfileErrors.UnreadableRecipe(path, e);
        }
    }

    /// <exception cref="DamsException">The text holds what no recipe may.</exception>
    public static Recipe Parse(string text)
    {
        var root = JsonReader.Read(text);
        ExpectKind(root, JsonKind.Object);
        RefuseUnknownMembers(root, "$schema", "profile", "options", "rules", "pixels", "xml");
        TextOf(root, "$schema");
        var profile = root["profile"] is { } name ? ProfileOf(name) : ProfileBuilder.Basic;
        return new Recipe(
            profile,
            OptionsOf(root["options"], profile),
            ItemsOf(root["rules"]).Select((node, i) => RuleReader.Read(node.WithRule($"rule {i + 1}"))).ToArray(),
            ItemsOf(root["pixels"]).Select((node, i) => PixelRuleReader.Read(node.WithRule($"rule {i + 1} of pixels"))).ToArray(),
            ItemsOf(root["xml"]).Select((node, i) => XmlRuleReader.Read(node.WithRule($"rule {i + 1} of xml"))).ToArray());
    }

    internal static DamsException Malformed(JsonNode node, string what) => ProfileErrors.MalformedRecipe(node.Line, what, node.Rule);

    /// <exception cref="DamsException">The node is of another kind.</exception>
    internal static void ExpectKind(JsonNode node, JsonKind kind)
    {
        if (node.Kind != kind)
            throw Malformed(node, $"expected {(kind == JsonKind.Object ? "an object" : kind == JsonKind.Array ? "an array" : "a " + kind.ToString().ToLowerInvariant())}");
    }

    /// <exception cref="DamsException">The object has a member of another name.</exception>
    internal static void RefuseUnknownMembers(JsonNode node, params string[] names)
    {
        foreach (var member in node.Members)
        {
            if (!names.Contains(member.Key))
                throw Malformed(member.Value, $"there is no \"{member.Key}\" here; known are {string.Join(", ", names)}");
        }
    }

    /// <summary>The text of a member; null where it is missing.</summary>
    internal static string? TextOf(JsonNode node, string name)
    {
        if (node[name] is not { } member)
            return null;
        ExpectKind(member, JsonKind.String);
        return member.Text;
    }

    private static IReadOnlyList<JsonNode> ItemsOf(JsonNode? array)
    {
        if (array is null)
            return [];
        ExpectKind(array, JsonKind.Array);
        return array.Items;
    }

    private static string ProfileOf(JsonNode node)
    {
        ExpectKind(node, JsonKind.String);
        return ProfileBuilder.Names.FirstOrDefault(name => name == node.Text)
            ?? throw Malformed(node, $"there is no profile {node.Text}; known are {string.Join(", ", ProfileBuilder.Names)}");
    }

    private static ProfileOption[] OptionsOf(JsonNode? node, string profile)
    {
        var options = ItemsOf(node).Select(OptionOf).ToArray();
        if (profile == ProfileBuilder.Encode && options.Length > 0)
            throw Malformed(node!, "the profile Encode has no options");
        if (options.Contains(ProfileOption.RetainLongitudinalFullDates) && options.Contains(ProfileOption.RetainLongitudinalModifiedDates))
            throw Malformed(node!, "dates can stay as they are or be moved, not both");
        return options;
    }

    private static ProfileOption OptionOf(JsonNode node)
    {
        ExpectKind(node, JsonKind.String);
        return Enum.TryParse<ProfileOption>(node.Text, out var option) && option.ToString() == node.Text
            ? option
            : throw Malformed(node, $"there is no option {node.Text}");
    }
}

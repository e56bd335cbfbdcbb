using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Profiles.Recipes;

/// <summary>Reads the rules for pixels of a recipe.</summary>
internal static class PixelRuleReader
{
    // No value that a condition is compared with is longer by the standard, but for lists of many.
    private const int LongestCondition = 256;

    private static readonly Dictionary<string, string> Conditions = new()
    {
        ["modality"] = "Modality",
        ["manufacturer"] = "Manufacturer",
        ["model"] = "ManufacturerModelName",
        ["sopClass"] = "SOPClassUID",
        ["imageType"] = "ImageType",
        ["seriesDescription"] = "SeriesDescription",
        ["conversionType"] = "ConversionType",
        ["burnedInAnnotation"] = "BurnedInAnnotation",
        ["rows"] = "Rows",
        ["columns"] = "Columns",
    };

    /// <exception cref="DamsException">The node is no such rule.</exception>
    public static PixelRule Read(JsonNode node)
    {
        RecipeReader.ExpectKind(node, JsonKind.Object);
        RecipeReader.RefuseUnknownMembers(node, [.. Conditions.Keys, "rectangles", "outsideUltrasoundRegions", "restIsClean"]);
        var conditions = new List<KeyValuePair<string, Regex>>();
        foreach (var condition in Conditions)
        {
            if (node[condition.Key] is { } value)
                conditions.Add(new KeyValuePair<string, Regex>(condition.Value, PatternOf(condition.Key, value)));
        }
        var rectangles = new List<PixelRectangle>();
        if (node["rectangles"] is { } list)
        {
            RecipeReader.ExpectKind(list, JsonKind.Array);
            rectangles.AddRange(list.Items.Select(RectangleOf));
        }
        var outside = node["outsideUltrasoundRegions"] is { } flag && IsTrue(flag);
        var restIsClean = node["restIsClean"] is { } claim && IsTrue(claim);
        if (conditions.Count == 0 || (node["rectangles"] is null && !outside))
            throw RecipeReader.Malformed(node, "a rule for pixels has a condition, and rectangles or outsideUltrasoundRegions");
        return new PixelRule(conditions, rectangles, outside, restIsClean);
    }

    private static bool IsTrue(JsonNode flag) => flag is { Kind: JsonKind.Word, Text: "true" or "false" }
        ? flag.Text == "true"
        : throw RecipeReader.Malformed(flag, "expected true or false");

    private static Regex PatternOf(string name, JsonNode value)
    {
        var isSize = name is "rows" or "columns";
        RecipeReader.ExpectKind(value, isSize ? JsonKind.Number : JsonKind.String);
        if (isSize && !(ushort.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0))
            throw RecipeReader.Malformed(value, $"{name} is a whole number from 1 to 65535");
        if (value.Text.Length > LongestCondition)
            throw RecipeReader.Malformed(value, $"{name} has at most {LongestCondition} characters");
        return new Regex(
            "^" + Regex.Escape(value.Text).Replace("\\*", ".*") + "$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    private static PixelRectangle RectangleOf(JsonNode node)
    {
        RecipeReader.ExpectKind(node, JsonKind.Array);
        if (node.Items.Count != 4)
            throw RecipeReader.Malformed(node, "a rectangle is [x, y, width, height]");
        var sides = node.Items.Select(LengthOf).ToArray();
        return new PixelRectangle(sides[0], sides[1], sides[2], sides[3]);
    }

    private static PixelLength LengthOf(JsonNode node)
    {
        var isPercent = node.Kind == JsonKind.String && node.Text.EndsWith("%", System.StringComparison.Ordinal);
        return (node.Kind == JsonKind.Number || isPercent)
            && int.TryParse(node.Text.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && (!isPercent || value <= 100)
            ? new PixelLength(value, isPercent)
            : throw RecipeReader.Malformed(node, "a side is a whole number of pixels or a text such as \"10%\"");
    }
}

using System;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dams.Tests.Support;

/// <summary>As much of JSON Schema (draft 2020-12) as the schemas of recipes and events use; a keyword it does not know is an error.</summary>
internal static class JsonSchema
{
    private static readonly string[] Annotations = ["$schema", "title", "description", "then", "else"];

    public static bool Allows(JsonElement schema, JsonElement value) => schema.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => schema.EnumerateObject().All(keyword => Annotations.Contains(keyword.Name) || Holds(schema, keyword, value)),
    };

    private static bool Holds(JsonElement schema, JsonProperty keyword, JsonElement value)
    {
        var argument = keyword.Value;
        return keyword.Name switch
        {
            "type" => argument.ValueKind == JsonValueKind.Array
                ? argument.EnumerateArray().Any(type => IsOf(type.GetString()!, value))
                : IsOf(argument.GetString()!, value),
            "enum" => argument.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value)),
            "const" => JsonElement.DeepEquals(argument, value),
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, argument.GetString()!),
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= argument.GetDouble(),
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= argument.GetDouble(),
            "allOf" => argument.EnumerateArray().All(one => Allows(one, value)),
            "anyOf" => argument.EnumerateArray().Any(one => Allows(one, value)),
            "oneOf" => argument.EnumerateArray().Count(one => Allows(one, value)) == 1,
            "not" => !Allows(argument, value),
            "if" => !schema.TryGetProperty(Allows(argument, value) ? "then" : "else", out var branch) || Allows(branch, value),
            "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Allows(argument, item)),
            "contains" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => Allows(argument, item)),
            "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= argument.GetInt32(),
            "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= argument.GetInt32(),
            _ => value.ValueKind != JsonValueKind.Object || HoldsOfObject(schema, keyword, value),
        };
    }

    private static bool HoldsOfObject(JsonElement schema, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "required" => keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "dependentRequired" => keyword.Value.EnumerateObject().All(pair => !value.TryGetProperty(pair.Name, out _)
            || pair.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _))),
        "properties" => keyword.Value.EnumerateObject().All(pair => !value.TryGetProperty(pair.Name, out var member) || Allows(pair.Value, member)),
        "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.False =>
            value.EnumerateObject().All(member => schema.GetProperty("properties").TryGetProperty(member.Name, out _)),
        _ => throw new NotSupportedException(keyword.Name),
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException(type),
    };
}

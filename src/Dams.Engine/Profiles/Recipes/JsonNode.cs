using System.Collections.Generic;

namespace Dams.Profiles.Recipes;

/// <summary>A value of a JSON text (RFC 8259) and the line on which it starts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">A string without quotes and escapes, or a number, true, false or null as written; else empty.</param>
/// <param name="Items">Of an array.</param>
/// <param name="Members">Of an object, in the order of the text.</param>
internal sealed record JsonNode(
    JsonKind Kind, int Line, string Text, IReadOnlyList<JsonNode> Items, IReadOnlyList<KeyValuePair<string, JsonNode>> Members)
{
    /// <summary>The member with a name; null where there is none.</summary>
    public JsonNode? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Key == name)
                    return member.Value;
            }
            return null;
        }
    }
}

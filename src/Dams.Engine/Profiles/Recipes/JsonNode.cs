using System.Collections.Generic;
using System.Linq;

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
    /// <summary>The rule of the recipe that it belongs to; empty for what belongs to none.</summary>
    public string Rule { get; private init; } = "";

    /// <summary>The same, with all that is in it, as a part of a rule.</summary>
    public JsonNode In(string rule) => this with
    {
        Rule = rule,
        Items = Items.Select(item => item.In(rule)).ToArray(),
        Members = Members.Select(member => new KeyValuePair<string, JsonNode>(member.Key, member.Value.In(rule))).ToArray(),
    };

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

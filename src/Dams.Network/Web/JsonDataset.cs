using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Dams.Network.Web;

/// <summary>A dataset in the JSON of DICOM (PS3.18 annex F): tags of eight hexadecimal digits, each with its values.</summary>
internal readonly struct JsonDataset
{
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = WebLimits.JsonDepth };

    private readonly JsonElement _object;

    private JsonDataset(JsonElement element) => _object = element;

    /// <summary>What is asked of the datasets of an answer, which is one or a list of them; none where it is empty.</summary>
    /// <exception cref="DamsException">It is neither.</exception>
    public static IReadOnlyList<T> Read<T>(WebAnswer answer, string service, Func<JsonDataset, T> ask)
    {
        var text = answer.ReadAll(WebLimits.Json);
        try
        {
            if (text.Length == 0)
                return [];
            var read = JsonSerializer.Deserialize<JsonElement>(text, Options);
            JsonElement[] all = read.ValueKind == JsonValueKind.Array ? [.. read.EnumerateArray()] : [read];
            if (Array.TrueForAll(all, one => one.ValueKind == JsonValueKind.Object))
                return [.. all.Select(one => ask(new JsonDataset(one)))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a character is the latter. Their messages may hold what the text holds.
        }
        throw NetworkErrors.UnusableAnswer(service, "it is not the JSON of DICOM");
    }

    /// <summary>The first value of an attribute; empty where there is none.</summary>
    public string Text(string tag) => Texts(tag) is [var first, ..] ? first : "";

    /// <summary>The values of an attribute that are texts or numbers.</summary>
    public IReadOnlyList<string> Texts(string tag) =>
        [.. Values(tag).Where(value => value.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(value => value.ToString().Trim(' ', '\0'))];

    /// <summary>The items of a sequence.</summary>
    public IReadOnlyList<JsonDataset> Items(string tag) =>
        [.. Values(tag).Where(value => value.ValueKind == JsonValueKind.Object).Select(value => new JsonDataset(value))];

    private IEnumerable<JsonElement> Values(string tag) =>
        _object.TryGetProperty(tag, out var attribute) && attribute.ValueKind == JsonValueKind.Object
            && attribute.TryGetProperty("Value", out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray()
            : [];
}

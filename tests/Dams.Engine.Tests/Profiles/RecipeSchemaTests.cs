using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Dams.Profiles.Recipes;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>What editors say of a recipe, who go by the schema, and what the engine says.</summary>
public sealed class RecipeSchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "recipe.schema.json"))).RootElement;

    public static TheoryData<string> Good { get; } =
    [
        "{}",
        """{ "$schema": "recipe.schema.json", "profile": "Research" }""",
        """{ "profile": "Encode", "options": [] }""",
        """{ "rules": [], "pixels": [] }""",
        """{ "options": ["CleanGraphics", "RetainUIDs"] }""",
        """{ "xml": [{ "path": "/a/@b", "action": "hash" }, { "path": "//c/text() | //comment()", "action": "replace", "value": "x" }] }""",
        """{ "rules": [{ "tag": "0008,103E", "action": "keep" }, { "tag": "(0008,1030)", "action": "clean" }, { "tag": "60xx3000", "action": "remove" }] }""",
        """{ "rules": [{ "vr": "UI", "action": "remap" }, { "vr": "DA", "action": "shift" }, { "vr": "LO", "action": "hash" }] }""",
        """{ "rules": [{ "privateCreator": "NOBODY 1.0", "action": "keep" }, { "privateCreator": "NOBODY 1.0", "element": "0a", "action": "empty" }] }""",
        """{ "rules": [{ "keyword": "InstitutionName", "action": "replace", "value": "" }] }""",
        """{ "pixels": [{ "modality": "US", "rectangles": [] }, { "rows": 512, "columns": 512, "rectangles": [[0, 0, "100%", 20]] }] }""",
        """{ "pixels": [{ "modality": "US", "rectangles": [[0, 0, 9, 9]], "restIsClean": true }] }""",
        """{ "pixels": [{ "model": "*", "outsideUltrasoundRegions": true }, { "sopClass": "1.2*", "outsideUltrasoundRegions": false, "rectangles": [] }] }""",
    ];

    public static TheoryData<string> Bad { get; } =
    [
        "[]",
        "null",
        """{ "profil": "Basic" }""",
        """{ "profile": "basic" }""",
        """{ "profile": 1 }""",
        """{ "$schema": 7 }""",
        """{ "options": "CleanGraphics" }""",
        """{ "options": ["cleangraphics"] }""",
        """{ "options": ["3"] }""",
        """{ "options": [null] }""",
        """{ "options": ["RetainLongitudinalFullDates", "RetainLongitudinalModifiedDates"] }""",
        """{ "profile": "Encode", "options": ["CleanGraphics"] }""",
        """{ "rules": {} }""",
        """{ "rules": ["keep"] }""",
        """{ "rules": [{ "keyword": "PatientSex" }] }""",
        """{ "rules": [{ "action": "keep" }] }""",
        """{ "rules": [{ "keyword": "PatientSex", "vr": "CS", "action": "keep" }] }""",
        """{ "rules": [{ "keyword": "PatientSex", "action": "Keep" }] }""",
        """{ "rules": [{ "keyword": "PatientSex", "action": "encrypt" }] }""",
        """{ "rules": [{ "keyword": "PatientSex", "action": "replace" }] }""",
        """{ "rules": [{ "keyword": "PatientSex", "action": "keep", "value": "F" }] }""",
        """{ "rules": [{ "keyword": "PatientSex", "action": "replace", "value": 1 }] }""",
        """{ "rules": [{ "keyword": "PatientSex", "action": "keep", "element": "10" }] }""",
        """{ "rules": [{ "privateCreator": "NOBODY 1.0", "element": "1", "action": "keep" }] }""",
        """{ "rules": [{ "privateCreator": "NOBODY 1.0", "element": "100", "action": "keep" }] }""",
        """{ "rules": [{ "privateCreator": "NOBODY 1.0", "element": "gg", "action": "keep" }] }""",
        """{ "rules": [{ "tag": "0008", "action": "keep" }] }""",
        """{ "rules": [{ "tag": "0008,10300", "action": "keep" }] }""",
        """{ "rules": [{ "tag": "(0008,1030", "action": "keep" }] }""",
        """{ "rules": [{ "tag": "0,0,0810,30", "action": "keep" }] }""",
        """{ "rules": [{ "vr": "ZZ", "action": "keep" }] }""",
        """{ "rules": [{ "vr": "lo", "action": "keep" }] }""",
        """{ "rules": [{ "keyword": "PatientSex", "action": "keep", "comment": "why" }] }""",
        """{ "pixels": [{ "modality": "US" }] }""",
        """{ "pixels": [{ "rectangles": [] }] }""",
        """{ "pixels": [{ "rectangles": [], "outsideUltrasoundRegions": true }] }""",
        """{ "pixels": [{ "modality": "US", "outsideUltrasoundRegions": false }] }""",
        """{ "pixels": [{ "modality": "US", "outsideUltrasoundRegions": "true" }] }""",
        """{ "pixels": [{ "modality": "US", "rectangles": [], "restIsClean": "true" }] }""",
        """{ "pixels": [{ "modality": 3, "rectangles": [] }] }""",
        """{ "pixels": [{ "rows": "512", "rectangles": [] }] }""",
        """{ "pixels": [{ "rows": 0, "rectangles": [] }] }""",
        """{ "pixels": [{ "rows": 1.5, "rectangles": [] }] }""",
        """{ "pixels": [{ "modality": "US", "rectangles": [[0, 0, 10]] }] }""",
        """{ "pixels": [{ "modality": "US", "rectangles": [[0, 0, 10, 10, 10]] }] }""",
        """{ "pixels": [{ "modality": "US", "rectangles": [[0, 0, -1, 10]] }] }""",
        """{ "pixels": [{ "modality": "US", "rectangles": [[0, 0, "101%", 10]] }] }""",
        """{ "pixels": [{ "modality": "US", "rectangles": [[0, 0, "10", 10]] }] }""",
        """{ "pixels": [{ "station": "A", "rectangles": [] }] }""",
        """{ "xml": [{ "action": "keep" }] }""",
        """{ "xml": [{ "path": "/a" }] }""",
        """{ "xml": [{ "path": "/a", "action": "encrypt" }] }""",
        """{ "xml": [{ "path": "/a", "action": "replace" }] }""",
        """{ "xml": [{ "path": "/a", "action": "keep", "value": "x" }] }""",
        """{ "xml": [{ "path": 1, "action": "keep" }] }""",
        """{ "xml": [{ "path": "/a", "action": "keep", "namespaces": {} }] }""",
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public void What_the_schema_allows_the_engine_reads(string recipe)
    {
        Assert.True(IsAllowed(recipe));
        Assert.Null(Record.Exception(() => RecipeReader.Parse(recipe)));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_the_engine_refuses_the_schema_refuses(string recipe)
    {
        Assert.False(IsAllowed(recipe));
        Assert.Equal("MalformedRecipe", Assert.Throws<DamsException>(() => RecipeReader.Parse(recipe)).Id);
    }

    [Fact]
    public void The_schema_names_every_profile_and_every_option()
    {
        var properties = Schema.GetProperty("properties");

        Assert.Equal(ProfileBuilder.Names, Texts(properties.GetProperty("profile").GetProperty("enum")));
        Assert.Equal(Enum.GetNames<ProfileOption>().Order(), Texts(properties.GetProperty("options").GetProperty("items").GetProperty("enum")).Order());
    }

    [Fact]
    public void The_schema_names_every_action_and_every_member_that_the_engine_knows()
    {
        var rules = Schema.GetProperty("properties").GetProperty("rules").GetProperty("items").GetProperty("properties");
        var pixels = Schema.GetProperty("properties").GetProperty("pixels").GetProperty("items").GetProperty("properties");

        Assert.Equal(KnownTo("""{ "rules": [{ "vr": "LO", "action": "none" }] }"""), Texts(rules.GetProperty("action").GetProperty("enum")).Order());
        Assert.Equal(KnownTo("""{ "rules": [{ "none": 1 }] }"""), Names(rules));
        Assert.Equal(KnownTo("""{ "pixels": [{ "none": 1 }] }"""), Names(pixels));
        var xml = Schema.GetProperty("properties").GetProperty("xml").GetProperty("items").GetProperty("properties");
        Assert.Equal(KnownTo("""{ "xml": [{ "none": 1 }] }"""), Names(xml));
        Assert.Equal(KnownTo("""{ "xml": [{ "path": "/a", "action": "none" }] }"""), Texts(xml.GetProperty("action").GetProperty("enum")).Order());
        Assert.Equal(KnownTo("""{ "none": 1 }"""), Names(Schema.GetProperty("properties")));
    }

    [Fact]
    public void Every_value_representation_of_the_schema_is_one_of_the_engine() =>
        Assert.All(
            Texts(Schema.GetProperty("properties").GetProperty("rules").GetProperty("items").GetProperty("properties").GetProperty("vr").GetProperty("enum")),
            vr => Assert.Single(RecipeReader.Parse($$"""{ "rules": [{ "vr": "{{vr}}", "action": "remove" }] }""").Rules));

    [Fact]
    public void The_recipe_of_the_page_on_recipes_is_a_good_one()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "how-to", "write-a-recipe.md"));
        var recipe = page.Split("```json")[1].Split("```")[0];

        Assert.True(IsAllowed(recipe));
        Assert.NotEmpty(RecipeReader.Parse(recipe).Rules);
    }

    /// <summary>The names that the error for a wrong one lists.</summary>
    private static string[] KnownTo(string recipe)
    {
        var cause = Assert.Throws<DamsException>(() => RecipeReader.Parse(recipe)).Cause;
        return [.. cause[(cause.IndexOf("known are ", StringComparison.Ordinal) + 10)..].TrimEnd('.').Split(", ").Order()];
    }

    private static bool IsAllowed(string recipe)
    {
        using var document = JsonDocument.Parse(recipe);
        return JsonSchema.Allows(Schema, document.RootElement);
    }

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    private static string[] Names(JsonElement schema) => [.. schema.EnumerateObject().Select(member => member.Name).Order()];
}

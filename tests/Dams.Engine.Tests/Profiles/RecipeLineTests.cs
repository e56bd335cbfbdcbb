using System;
using Dams.Profiles.Recipes;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>An error in a recipe says where to look.</summary>
public sealed class RecipeLineTests
{
    [Theory]
    [InlineData("{ \"rules\": [\n{ \"vr\": \"LO\", \"action\": \"keep\" },\n{ \"keyword\": \"Nonsense\",\n\"action\": \"keep\" } ] }", "Line 3 of the recipe, rule 2: there is no keyword Nonsense.")]
    [InlineData("{ \"rules\": [ { \"vr\": \"LO\",\n\"action\": \"wipe\" } ] }", "Line 2 of the recipe, rule 1: there is no action wipe;")]
    [InlineData("{ \"rules\": [ { \"keyword\": \"StudyDate\",\n\"action\": \"replace\",\n\"value\": \"20241399\" } ] }", "Line 3 of the recipe, rule 1: the value is none of DA.")]
    [InlineData("{ \"rules\": [ { \"keyword\": \"PatientID\", \"action\": \"replace\",\n\"value\": \"X\" } ] }", "Line 2 of the recipe, rule 1: it gets the pseudonym")]
    [InlineData("{ \"rules\": [ { \"keyword\": \"PatientSex\",\n\"action\": \"remap\" } ] }", "Line 2 of the recipe, rule 1: remap cannot be done to CS.")]
    [InlineData("{ \"rules\": [ { \"vr\": \"LO\",\n\"action\": \"shift\" } ] }", "Line 2 of the recipe, rule 1: shift cannot be done to LO.")]
    [InlineData("{ \"rules\": [ { \"keyword\": \"StudyDate\", \"action\": \"hash\" } ] }", "Line 1 of the recipe, rule 1: hash cannot be done to DA.")]
    [InlineData("{ \"pixels\": [\n{ \"modality\": \"US\", \"rectangles\": [ [0, 0, 1,\n\"x\"] ] } ] }", "Line 3 of the recipe, rule 1 of pixels: a side is")]
    [InlineData("{\n\"options\": [ \"CleanGraphics\",\n\"CleanAll\" ] }", "Line 3 of the recipe: there is no option CleanAll.")]
    [InlineData("{ \"profile\": \"Basic\",\n\"profile\": \"Research\" }", "Line 2 of the recipe: JSON: expected \"profile\" once.")]
    [InlineData("{ \"rules\": [ ] } }", "Line 1 of the recipe: JSON: expected the end.")]
    [InlineData("{ \"pixels\": [ { \"rows\": Infinity, \"rectangles\": [] } ] }", "Line 1 of the recipe: JSON: expected a value.")]
    public void An_error_names_its_line_and_its_rule(string recipe, string start)
    {
        var error = Assert.Throws<DamsException>(() => RecipeReader.Parse(recipe));

        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorScope.Configuration, error.Scope);
    }

    [Fact]
    public void A_condition_that_is_longer_than_any_value_is_refused_before_it_is_compiled()
    {
        var recipe = $"{{ \"pixels\": [\n{{ \"sopClass\": \"1.2.{new string('1', 300)}*\", \"rectangles\": [] }} ] }}";

        var error = Assert.Throws<DamsException>(() => RecipeReader.Parse(recipe));

        Assert.StartsWith("Line 2 of the recipe, rule 1 of pixels: sopClass has at most 256 characters.", error.Message, StringComparison.Ordinal);
    }
}

using System;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>Recipes that cannot be used, and images that cannot be treated as one asks.</summary>
public sealed class RecipeErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [CoversError("UnreadableRecipe")]
    public void A_recipe_that_is_not_there_is_an_error()
    {
        var error = Assert.Throws<DamsException>(() => Deidentified.Profile(_folder["missing.json"]));

        Assert.Equal(("UnreadableRecipe", ErrorScope.Configuration), (error.Id, error.Scope));
    }

    [Theory]
    [CoversError("MalformedRecipe")]
    [InlineData("{\n  \"profile\": \"Basic\",\n  \"rules\": [ }\n", 3)]
    [InlineData("{\n  \"profil\": \"Basic\"\n}\n", 2)]
    [InlineData("[]", 1)]
    public void A_recipe_that_is_none_is_an_error_that_names_the_line(string text, int line)
    {
        var path = _folder.Write("recipe.json", Encoding.UTF8.GetBytes(text));

        var error = Assert.Throws<DamsException>(() => Deidentified.Profile(path));

        Assert.Equal(("MalformedRecipe", ErrorScope.Configuration), (error.Id, error.Scope));
        Assert.StartsWith($"Line {line} ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [CoversError("UncleanablePixels")]
    public void Pixels_that_cannot_be_blacked_out_are_an_error_of_their_file()
    {
        var source = new InstanceBuilder(syntax: Syntax.JpegBaseline)
            .Text("Modality", "US").Text("PhotometricInterpretation", "RGB")
            .Add("SamplesPerPixel", dataset => dataset.Numbers("SamplesPerPixel", 3))
            .Add("Rows", dataset => dataset.Numbers("Rows", 10)).Add("Columns", dataset => dataset.Numbers("Columns", 10))
            .Add("BitsAllocated", dataset => dataset.Numbers("BitsAllocated", 8))
            .Add("PixelData", dataset => dataset.Fragments([0xFF, 0xD8, 0xFF, 0xD9])).Build();
        var profile = ProfileBuilder.Build(new ProfileRequest(
            "Basic", [ProfileOption.CleanPixelData], [], [], new System.Collections.Generic.Dictionary<string, string>()));

        var error = Assert.Throws<DamsException>(() => Deidentified.Bytes(source, profile));

        Assert.Equal(("UncleanablePixels", ErrorScope.File), (error.Id, error.Scope));
    }
}

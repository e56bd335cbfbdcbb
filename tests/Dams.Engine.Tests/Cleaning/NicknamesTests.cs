using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>What a patient of the header is called by people who know him.</summary>
public sealed class NicknamesTests
{
    [Theory]
    [InlineData("Quagliotto^Ludovica", "Ludo ha paura dell'ago.")]
    [InlineData("Etxarri^Begoña", "Bego no coopera.")]
    [InlineData("Thornwick^Gary", "Gaz has a latex allergy.")]
    [InlineData("Kervadec^Benoît", "Ben est claustrophobe.")]
    [InlineData("Quagliotto^Roberta", "Roby claustrofobica.")]
    [InlineData("Etxarri^Josep", "Pep no coopera.")]
    public void Short_forms_of_the_given_name_go(string name, string text) =>
        Assert.Equal($"[removed]{text[text.IndexOf(' ')..]}", KnownText.CleanedProse($"Name={name}", text));

    [Theory]
    [InlineData("Kirchhoff^Thorsten", "Rö Thor in 2 Ebenen")]
    [InlineData("Thornwick^Anterina", "Ante portas")]
    public void The_start_of_a_name_that_is_a_word_stays(string name, string text) => Assert.Equal(text, KnownText.CleanedProse($"Name={name}", text));
}

using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>The initials of a patient of the header whose letters are those of an abbreviation, too.</summary>
public sealed class KnownInitialsTests
{
    [Theory]
    [InlineData("Cantiere^Silvia", "S.C. controllo gesso polso", "[removed] controllo gesso polso")]
    [InlineData("Parmenter^Ada", "A.P. 58F, raised CA-125", "[removed] 58F, raised CA-125")]
    [InlineData("Hollis^Dana", "CT abdomen\nD.H. slept through the scan", "CT abdomen\n[removed] slept through the scan")]
    public void At_the_start_of_a_line_they_go(string name, string text, string expected) =>
        Assert.Equal(expected, KnownText.CleanedProse($"Name={name}", text));

    [Theory]
    [InlineData("Parmenter^Ada", "A.P. and lateral chest")]
    [InlineData("Parmenter^Ada", "Chest A.P. and lateral")]
    [InlineData("Cantiere^Silvia", "Eparina S.C. dalla sera")]
    public void Elsewhere_and_as_a_view_they_stay(string name, string text) => Assert.Equal(text, KnownText.CleanedProse($"Name={name}", text));
}

using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class FrenchTests
{
    [Theory]
    [InlineData("Petit^Jean", "M. Petit adressé pour un petit nodule", "M. [removed] adressé pour un petit nodule")]
    [InlineData("Lamartine^Thierry", "Thierry l'accompagne", "[removed] l'accompagne")]
    [InlineData("", "demeurant 5 allée des Acacias, 84200 L'Haÿ-les-Roses", "demeurant [removed]")]
    [InlineData("", "copie à Dr Solveig de La Motte", "copie à Dr [removed]")]
    [InlineData("", "demeurant 8 impasse du Moulin, 84200 Montfleury, tél. 06 12 34 56 78", "demeurant [removed], tél. [removed]")]
    [InlineData("", "Transféré de l'Hôpital Saint-Maclou en chambre 214", "Transféré de l'Hôpital [removed] en chambre [removed]")]
    [InlineData("", "NIR 1 85 05 78 006 084 91, signe de Murphy négatif", "NIR [removed], signe de Murphy négatif")]
    public void What_identifies_in_French_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));
}

using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class GermanTests
{
    [Theory]
    [InlineData("Müller^Jörg", "M ü l l e r, Herr Mül-\nler", "[removed], Herr [removed]")]
    [InlineData("", "wohnt Am Alten Markt 3, D-50667 Köln", "wohnt [removed]")]
    [InlineData("Kurz^Peter", "Herr Kurz L5/S1 Bandscheibenvorfall, kurzstreckige Stenose", "Herr [removed] L5/S1 Bandscheibenvorfall, kurzstreckige Stenose")]
    [InlineData("Herz^Anna", "Das Herz ist normal groß. Frau Herz kommt", "Das Herz ist normal groß. Frau [removed] kommt")]
    [InlineData("", "Freiherr von Ruckteschells Beschwerden bestehen", "Freiherr [removed] Beschwerden bestehen")]
    [InlineData("Quistenberg^Alrun", "Quistenbergs MRT ist unverändert", "[removed] MRT ist unverändert")]
    [InlineData("Fuß^Elisabeth", "Lisa klagt über Schmerzen im Fuß", "[removed] klagt über Schmerzen im Fuß")]
    [InlineData("", "OA Dr. Wolpertinger, vidiert: T. Quandt", "OA Dr. [removed], vidiert: [removed]")]
    [InlineData("", "wohnhaft Am Mühlbach 3, 78628 Zellerfeld", "wohnhaft [removed]")]
    [InlineData("", "Steuer-ID 86 095 742 719, Station Innere 2, Fall-Nr. 4711/23", "Steuer-ID [removed], Station [removed], Fall-Nr. [removed]")]
    public void What_identifies_in_German_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("Weiße Substanz mit Läsionen, Morbus Bechterew, M. Crohn, Marcumar pausiert")]
    public void Words_of_medicine_in_German_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}

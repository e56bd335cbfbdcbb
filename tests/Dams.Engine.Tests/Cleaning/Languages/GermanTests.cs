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
    [InlineData("", "Ass. Kratochwil | FÄ Plückhahn, Instrumentierend: von der Heydt", "Ass. [removed] | FÄ [removed], Instrumentierend: [removed]")]
    [InlineData("", "Verteiler: Zwingenberger, Eulenpesch; OA Wasserburger und AÄ Lüdecke", "Verteiler: [removed]; OA [removed] und AÄ [removed]")]
    [InlineData("Stark^Anna", "MTR-Notiz: Stark konnte nicht liegen. SERIE 4 WIEDERHOLT, Stark BEWEGT", "MTR-Notiz: [removed] konnte nicht liegen. SERIE 4 WIEDERHOLT, [removed] BEWEGT")]
    [InlineData("", "Arbeitsunfall in Feldkirch, Landwirt aus Hutthurm, CT in Traunstein vor einer Woche", "Arbeitsunfall in [removed], Landwirt aus [removed], CT in [removed] vor einer Woche")]
    [InlineData("", "Adresse: Untere Bachgasse 21, Mariahilfer Straße 77/4/12", "Adresse: [removed]")]
    [InlineData("", "privat 0043 1 404 00 5614, Tel. -2214, Festnetz 089 / 4400 - 73210", "privat [removed], Tel. [removed], Festnetz [removed]")]
    [InlineData("", "Rundherd seit 4/2016 und 03-2021, OP am 5.11., CT Feb 22", "Rundherd seit [removed] und [removed], OP am [removed], CT [removed]")]
    [InlineData("", "Nach Rücksprache mit Dr. Kowalski Zweitbefundung durch Petra Hoxha erfolgt.", "Nach Rücksprache mit Dr. [removed] Zweitbefundung durch [removed] erfolgt.")]
    public void What_identifies_in_German_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("Weiße Substanz mit Läsionen, Morbus Bechterew, M. Crohn, Marcumar pausiert")]
    [InlineData("Oberarzt informiert. Rücksprache mit der Neurochirurgie. Überwiesen durch Hausarzt. Befund an Hausarzt. Kopie an Patientin.")]
    [InlineData("Wiener Kriterien, Heidelberger Klassifikation, Marburg-Virus, Kölner Liste")]
    [InlineData("Verlegt nach Intensiv. Lebt in Pflegeheim, bettlägerig. In Bauchlage durchgeführt. Bett elektrisch verstellbar.")]
    [InlineData("Die Patientin, Lehrerin, kommt. Tumorboard: Resektion empfohlen. Team: Neuroradiologie. Schwester der Nachtschicht informiert.")]
    [InlineData("Essen und Trinken bis 4 Stunden vor der Untersuchung, nach Essen Schmerzen, Halle freigehalten")]
    [InlineData("Mutter an Mammakarzinom erkrankt, Vater Kolonkarzinom. Biopsie durch transglutealen Zugang. Aufnahme 2019 vorliegend.")]
    [InlineData("Periventrikuläre Läsionen mit Dawson-Fingern, die McDonald-Kriterien sind erfüllt.")]
    public void Words_of_medicine_in_German_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}

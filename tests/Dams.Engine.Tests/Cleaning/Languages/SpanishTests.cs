using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class SpanishTests
{
    [Theory]
    [InlineData("Calvo^José", "Pepe refiere dolor. Sr. Calvo en ayunas", "[removed] refiere dolor. Sr. [removed] en ayunas")]
    [InlineData("", "Informado por la Dra. Zubeldia, avisada su esposa Maitane", "Informado por [removed], avisada su esposa [removed]")]
    [InlineData("", "Médico de cabecera del paciente: Dra. Guadalupe Urrutia Landa, Villasol", "Médico de cabecera del paciente: [removed]")]
    [InlineData("", "vive en Calle Mayor 12, 39300 Villasol, DNI 12345678Z", "vive en [removed], DNI [removed]")]
    [InlineData("", "Trasladado desde el Hospital Virgen Blanca, habitación 418", "Trasladado desde el Hospital [removed], habitación [removed]")]
    [InlineData("", "Lesión conocida desde octubre de 2020, Omnipaque 300", "Lesión conocida desde [removed], Omnipaque 300")]
    public void What_identifies_in_Spanish_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));
}

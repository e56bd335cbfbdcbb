using Dams.Cleaning.Places;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class ListedTownDetectorTests
{
    [Theory]
    [InlineData("Patiente adressée par un confrère de Grenoble pour une lésion du foie", "Grenoble")]
    [InlineData("El paciente vive en Zaragoza y acude para control de la lesión hepática", "Zaragoza")]
    [InlineData("La paziente risiede a Bergamo e viene per il controllo della lesione", "Bergamo")]
    [InlineData("Le patient revient de vacances, suivi à Innsbruck depuis un an", "Innsbruck")]
    [InlineData("La paciente vive en Innsbruck y acude para control", "Innsbruck")]
    [InlineData("Paciente vecino de la localidad de Guayaquil con dolor en el costado", "Guayaquil")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new ListedTownDetector(), text));

    [Theory]
    [InlineData("Lésion du foie droit de la patiente sans prise de contraste")]
    [InlineData("El paciente presenta una lesión en el hígado")]
    [InlineData("La paziente non presenta lesioni del fegato")]
    [InlineData("Criterios de Vancouver en el paciente con fractura de la prótesis")]
    [InlineData("Le score de Vancouver est stable chez la patiente")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new ListedTownDetector(), text));
}

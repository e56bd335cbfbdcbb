using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class InitialedNameDetectorTests
{
    [Theory]
    [InlineData("Examen relu par O. Etcheverry et validé le lendemain", "O. Etcheverry")]
    [InlineData("Firmado por S. Iglesias Vidal en la sala de la clínica", "S. Iglesias Vidal")]
    [InlineData("Referto della dott. A. Dall'Acqua per la paziente", "A. Dall'Acqua")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new InitialedNameDetector(), text));

    [Theory]
    [InlineData("Hépatite de type B. Gynécomastie chez le patient")]
    [InlineData("Lésion de grade C. Foie normal chez la patiente")]
    [InlineData("Liver segment B. Normal spleen in the patient")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new InitialedNameDetector(), text));
}

using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class ItalianTests
{
    [Theory]
    [InlineData("Testa^Giuseppe", "Sig. Testa, testa del pancreas regolare. Beppe riferisce dolore", "Sig. [removed], testa del pancreas regolare. [removed] riferisce dolore")]
    [InlineData("", "Refertato da Dott. Quaregna", "Refertato da [removed]")]
    [InlineData("", "residente in Via Garibaldi 12, 20081 Borgosole", "residente in [removed]")]
    [InlineData("", "C.F. RSSMRA85T10A562S, cell. 347 123 4567, reparto 12", "C.F. [removed], cell. [removed], reparto [removed]")]
    public void What_identifies_in_Italian_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));
}

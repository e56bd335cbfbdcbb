using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>Signs, diseases and methods that are called after people, beside no noun.</summary>
public sealed class NamedThingsTests
{
    [Theory]
    [InlineData("Lauge-Hansen SER IV, no Maisonneuve.")]
    [InlineData("Creutzfeldt-Jakob nicht wahrscheinlich.")]
    [InlineData("LGE mid-wall septum, Lake Louise 2 of 2.")]
    [InlineData("Birt-Hogg-Dubé unlikely.")]
    [InlineData("Es besteht eine Sigmadivertikulitis Hansen-Stock IIb.")]
    [InlineData("Ernie di Schmorl D11 e D12.")]
    [InlineData("Suspicion de Pancoast-Tobias.")]
    [InlineData("Goutallier 2 fatty infiltration.")]
    [InlineData("Perugini 2 on scintigraphy.")]
    [InlineData("胃癌 Borrmann 3型")]
    [InlineData("HTA, FA, IAM, ACV, EPOC")]
    [InlineData("Buscopan 20 mg i.v. Xylocain 1 %.")]
    [InlineData("Kystes de Naboth, Douglas libre.")]
    public void They_stay(string text) => Assert.Equal(text, KnownText.CleanedProse("Name=Quistenberg^Isolde", text));

    [Theory]
    [InlineData("Seen by Dr. Hansen.", "Hansen")]
    [InlineData("Mr. Jakob called.", "Jakob")]
    [InlineData("Dictated by Dr. Borrmann.", "Borrmann")]
    public void People_of_these_names_go(string text, string name) => Assert.DoesNotContain(name, KnownText.CleanedProse("Name=Quistenberg^Isolde", text), System.StringComparison.Ordinal);
}

using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class RawNamesTests
{
    // 山田^太郎 in UTF-8, as Latin-1 reads the bytes.
    private static readonly RawNames Detector = new(["å±±ç\u0094°^å¤ªé\u0083\u008e", "Muster^Erika", "Núñez^Ana"]);

    [Theory]
    [InlineData("for å±±ç\u0094° liver", "å±±ç\u0094°")]
    [InlineData("å¤ªé\u0083\u008e", "å¤ªé\u0083\u008e")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(Detector, text));

    // What letters say is found by the detector of names, as words.
    [Theory]
    [InlineData("Muster, Núñez")]
    [InlineData("å±± liver")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(Detector, text));
}

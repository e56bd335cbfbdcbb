using Dams.Cleaning;
using Dams.Cleaning.Identifiers;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class IdentifierDetectorTests
{
    [Theory]
    [InlineData("see MRN-004711-8", "MRN-004711-8")]
    [InlineData("see mrn 004711 8", "mrn 004711 8")]
    [InlineData("number 99381 of last year", "99381")]
    [InlineData("number 0099381", "0099381")]
    [InlineData("file_99381.dcm", "99381")]
    [InlineData("99'381", "99'381")]
    [InlineData("no \uFF19\uFF19381", "\uFF19\uFF19381")]
    [InlineData("99\u2019381", "99\u2019381")]
    [InlineData("99\u00A0381", "99\u00A0381")]
    [InlineData("99\u00AD381", "99\u00AD381")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new IdentifierDetector(["MRN-004711-8", "0099381", "77"], FindingKind.Identifier), text));

    [Theory]
    [InlineData("slice 77 of 300")]
    [InlineData("99382")]
    [InlineData("993810 counts")]
    [InlineData("1.299381")]
    [InlineData("4711")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new IdentifierDetector(["MRN-004711-8", "0099381", "77"], FindingKind.Identifier), text));

    [Theory]
    [InlineData("id MRN\u20134711 seen", "MRN\u20134711")]
    [InlineData("MRN\u20114711", "MRN\u20114711")]
    [InlineData("ID: MRN - 4711", "MRN - 4711")]
    [InlineData("ＭＲＮ－４７１１", "ＭＲＮ－４７１１")]
    public void Dashes_of_every_kind_are_separators(string text, string found) =>
        Assert.Equal(found, Detected.By(new IdentifierDetector(["MRN-4711"], FindingKind.Identifier), text));
}

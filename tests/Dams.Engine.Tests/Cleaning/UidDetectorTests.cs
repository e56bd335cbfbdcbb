using Dams.Cleaning;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class UidDetectorTests
{
    [Theory]
    [InlineData("see 1.2.826.0.1.3680043.10.77.5 there", "1.2.826.0.1.3680043.10.77.5")]
    [InlineData("Series 1.3.12.2.1107.5.1.4.24080.4.0.15842.", "1.3.12.2.1107.5.1.4.24080.4.0.15842")]
    [InlineData("2.25.196556783340290123485769034572190675", "2.25.196556783340290123485769034572190675")]
    [InlineData("(1.2.840.113619.2.55.3.604688.1;1.2.840.113619.2.55.3.604688.2)", "1.2.840.113619.2.55.3.604688.1|1.2.840.113619.2.55.3.604688.2")]
    public void What_identifies_is_found(string text, string found) => Assert.Equal(found, Detected.By(new UidDetector(uid => "2.25.1" + uid.Length), text));

    [Theory]
    [InlineData("version 3.0.1.2")]
    [InlineData("host 192.168.10.5, section 1.2.3.4.5")]
    [InlineData("2.25.17 mm")]
    [InlineData("12.03.2024 10.48.12")]
    public void What_does_not_is_left(string text) => Assert.Equal("", Detected.By(new UidDetector(uid => "2.25.1" + uid.Length), text));

    [Fact]
    public void A_uid_that_stays_is_left() =>
        Assert.Equal("", Detected.By(new UidDetector(uid => uid), "class 1.2.840.10008.5.1.4.1.1.2"));
}

using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

public sealed class PatientAgeTests
{
    [Theory]
    [InlineData("095Y", "090Y")]
    [InlineData("090Y", "090Y")]
    [InlineData("089Y", "089Y")]
    [InlineData("95Y", "090Y")]
    [InlineData("100M", "100M")]
    public void An_age_above_89_years_becomes_90(string age, string expected)
    {
        var source = new InstanceBuilder().Text("PatientAge", age).Build();

        Assert.Equal(expected, Deidentified.Reading(source, ProfileOf.Research()).Find("PatientAge")!.Text);
        Assert.Null(Deidentified.Reading(source).Find("PatientAge"));
    }
}

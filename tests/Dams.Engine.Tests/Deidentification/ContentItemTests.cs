using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Cleaned reports: a concept of PS3.15 table E.3.4-1 tells that the text under it identifies.</summary>
public sealed class ContentItemTests
{
    private const string EnhancedSR = "1.2.840.10008.5.1.4.1.1.88.22";

    [Fact]
    public void The_serial_number_of_a_device_leaves_a_cleaned_report() =>
        Assert.DoesNotContain("A77-B", TextUnder("113880", "A77-B"));

    [Fact]
    public void The_maker_of_a_device_stays_in_a_cleaned_report() =>
        Assert.Equal("Imaging Systems", TextUnder("113878", "Imaging Systems"));

    [Fact]
    public void The_serial_number_of_a_device_stays_where_devices_do() =>
        Assert.Equal("A77-B", TextUnder("113880", "A77-B", ProfileOption.RetainDeviceIdentity));

    [Theory]
    [InlineData(ProfileOption.RetainDeviceIdentity, false)]
    [InlineData(ProfileOption.RetainInstitutionIdentity, true)]
    public void The_place_of_a_device_stays_with_institutions_and_not_with_devices(ProfileOption option, bool isKept) =>
        Assert.Equal(isKept, TextUnder("121017", "Imaging room", option) == "Imaging room");

    private static string TextUnder(string concept, string text, params ProfileOption[] options)
    {
        var source = new InstanceBuilder(EnhancedSR).Sequence("ContentSequence", item => item
            .Text("ValueType", "TEXT")
            .Sequence("ConceptNameCodeSequence", code => code
                .Text("CodeValue", concept).Text("CodingSchemeDesignator", "DCM").Text("CodeMeaning", "Of a test"))
            .Text("TextValue", text)).Build();

        return Deidentified.Reading(source, ProfileOf.Basic([ProfileOption.CleanStructuredContent, .. options]))
            .All.Single(element => element.Tag == FileReading.TagOf("TextValue")).Text;
    }
}

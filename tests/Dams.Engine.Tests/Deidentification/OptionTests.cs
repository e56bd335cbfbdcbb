using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>The options of PS3.15 section E.3, each alone and together.</summary>
public sealed class OptionTests
{
    // PS3.16 CID 7050.
    private static readonly Dictionary<ProfileOption, (string Code, string Meaning)> Codes = new()
    {
        [ProfileOption.CleanPixelData] = ("113101", "Clean Pixel Data Option"),
        [ProfileOption.CleanGraphics] = ("113103", "Clean Graphics Option"),
        [ProfileOption.CleanStructuredContent] = ("113104", "Clean Structured Content Option"),
        [ProfileOption.CleanDescriptors] = ("113105", "Clean Descriptors Option"),
        [ProfileOption.RetainLongitudinalFullDates] = ("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
        [ProfileOption.RetainLongitudinalModifiedDates] = ("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
        [ProfileOption.RetainPatientCharacteristics] = ("113108", "Retain Patient Characteristics Option"),
        [ProfileOption.RetainDeviceIdentity] = ("113109", "Retain Device Identity Option"),
        [ProfileOption.RetainUIDs] = ("113110", "Retain UIDs Option"),
        [ProfileOption.RetainSafePrivate] = ("113111", "Retain Safe Private Option"),
        [ProfileOption.RetainInstitutionIdentity] = ("113112", "Retain Institution Identity Option"),
    };

    public static TheoryData<ProfileOption> All => [.. Enum.GetValues<ProfileOption>()];

    [Theory]
    [MemberData(nameof(All))]
    public void An_option_alone_is_named_by_its_code_and_no_other_is(ProfileOption option)
    {
        var output = Deidentified.Reading(Instance(), ProfileOf.Basic(option));

        Assert.Equal([("113100", "DCM", "Basic Application Confidentiality Profile"), (Codes[option].Code, "DCM", Codes[option].Meaning)], CodesIn(output));
    }

    [Fact]
    public void All_options_that_go_together_are_named_by_their_codes()
    {
        var options = Enum.GetValues<ProfileOption>().Where(option => option != ProfileOption.RetainLongitudinalFullDates).ToArray();

        var output = Deidentified.Reading(Instance(), ProfileOf.Basic(options));

        Assert.Equal(options.Select(option => Codes[option].Code).Append("113100").Order(), CodesIn(output).Select(code => code.Value).Order());
    }

    [Theory]
    [InlineData("RetainUIDs", "SOPInstanceUID", "1.2.3.4")]
    [InlineData("RetainUIDs", "FrameOfReferenceUID", "1.2.3.9")]
    [InlineData("RetainDeviceIdentity", "StationName", "CT-SCAN-2")]
    [InlineData("RetainDeviceIdentity", "DeviceSerialNumber", "55501")]
    [InlineData("RetainInstitutionIdentity", "InstitutionName", "Beispielklinik")]
    [InlineData("RetainInstitutionIdentity", "InstitutionAddress", "Nirgendwo 1")]
    [InlineData("RetainPatientCharacteristics", "PatientAge", "071Y")]
    [InlineData("RetainPatientCharacteristics", "PatientSex", "F")]
    [InlineData("RetainPatientCharacteristics", "PatientWeight", "63")]
    [InlineData("RetainLongitudinalFullDates", "StudyDate", "20240311")]
    [InlineData("RetainLongitudinalFullDates", "AcquisitionDateTime", "20240311101530+0100")]
    [InlineData("RetainLongitudinalFullDates", "StudyTime", "235959")]
    [InlineData("RetainLongitudinalModifiedDates", "StudyTime", "235959")]
    [InlineData("CleanDescriptors", "StudyDescription", "CT abdomen for [removed]")]
    [InlineData("CleanDescriptors", "SeriesDescription", "venous")]
    [InlineData("RetainSafePrivate", "0019,1023", "42.5")]
    public void What_an_option_keeps_goes_without_it(string option, string attribute, string kept)
    {
        var source = Instance();

        Assert.Equal(kept, Deidentified.Reading(source, ProfileOf.Basic(Enum.Parse<ProfileOption>(option))).Find(attribute)?.Text);
        Assert.NotEqual(kept, Deidentified.Reading(source, ProfileOf.Basic()).Find(attribute)?.Text);
        var others = Enum.GetValues<ProfileOption>().Where(other => $"{other}" != option && !($"{other}".Contains("Dates") && attribute == "StudyTime")
            && other != ProfileOption.RetainLongitudinalFullDates).ToArray();
        Assert.NotEqual(kept, Deidentified.Reading(source, ProfileOf.Basic(others)).Find(attribute)?.Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_option_brings_back_who_the_patient_is(ProfileOption option)
    {
        var output = Deidentified.Bytes(Instance(), ProfileOf.Basic(option));

        Assert.All(new[] { "Muster", "Erika", "MRN-4711", "19520817", "ACC-815" }, secret =>
            Assert.True(output.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)) < 0, secret));
    }

    [Theory]
    [InlineData("REMOVED")]
    [InlineData("UNMODIFIED", ProfileOption.RetainLongitudinalFullDates)]
    [InlineData("MODIFIED", ProfileOption.RetainLongitudinalModifiedDates)]
    public void What_became_of_the_dates_stands_in_0028_0303(string expected, params ProfileOption[] options) =>
        Assert.Equal(expected, Deidentified.Reading(Instance(), ProfileOf.Basic(options)).Find("0028,0303")?.Text);

    [Fact]
    public void Kept_and_moved_dates_together_are_refused() => Assert.Equal(
        "ContradictoryDates",
        Assert.Throws<DamsException>(() => ProfileOf.Basic(ProfileOption.RetainLongitudinalFullDates, ProfileOption.RetainLongitudinalModifiedDates)).Id);

    [Fact]
    public void Research_with_full_dates_does_not_move_them()
    {
        var output = Deidentified.Reading(Instance(), ProfileOf.Research(ProfileOption.RetainLongitudinalFullDates));

        Assert.Equal(("20240311", "UNMODIFIED"), (output.Find("StudyDate")?.Text, output.Find("0028,0303")?.Text));
    }

    [Fact]
    public void A_code_of_an_earlier_de_identification_stays_beside_the_new_ones()
    {
        var source = new InstanceBuilder().Sequence("DeidentificationMethodCodeSequence", item =>
            item.Text("CodeValue", "L-1").Text("CodingSchemeDesignator", "99LOCAL").Text("CodeMeaning", "By hand")).Build();

        Assert.Equal(["L-1", "113100", "113110"], CodesIn(Deidentified.Reading(source, ProfileOf.Basic(ProfileOption.RetainUIDs))).Select(code => code.Value));
    }

    private static byte[] Instance() => new InstanceBuilder()
        .Text("Modality", "CT").Text("StudyDate", "20240311").Text("StudyTime", "235959").Text("AcquisitionDateTime", "20240311101530+0100")
        .Text("AccessionNumber", "ACC-815").Text("StationName", "CT-SCAN-2").Text("DeviceSerialNumber", "55501")
        .Text("InstitutionName", "Beispielklinik").Text("InstitutionAddress", "Nirgendwo 1")
        .Text("PatientAge", "071Y").Text("PatientWeight", "63").Text("FrameOfReferenceUID", "1.2.3.9")
        .Text("StudyDescription", "CT abdomen for MUSTER, Erika").Text("SeriesDescription", "venous")
        .Text("0019,0010", "GEMS_ACQU_01", "LO").Text("0019,1023", "42.5", "DS")
        .Build();

    private static IEnumerable<(string Value, string Scheme, string Meaning)> CodesIn(FileReading file) =>
        file.Find("DeidentificationMethodCodeSequence")!.Items!.Select(item => (
            FileReading.Find(item.Elements, "CodeValue")!.Text, FileReading.Find(item.Elements, "CodingSchemeDesignator")!.Text, FileReading.Find(item.Elements, "CodeMeaning")!.Text));
}

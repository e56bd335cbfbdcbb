using System;
using System.Globalization;
using Dams.Profiles;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>Values that a user gives in place of others fit their attribute, or the run does not start.</summary>
public sealed class ReplacementValueTests
{
    [Theory]
    [CoversError("InvalidReplacement")]
    [InlineData("SeriesNumber", "one")]
    [InlineData("SeriesNumber", "99999999999")]
    [InlineData("SliceThickness", "2,5")]
    [InlineData("StudyDate", "2024")]
    [InlineData("StudyDate", "20240230")]
    [InlineData("StudyDate", "2024-03-12")]
    [InlineData("AcquisitionDateTime", "yesterday")]
    [InlineData("StudyTime", "noon")]
    [InlineData("SOPInstanceUID", "1..2")]
    [InlineData("SOPInstanceUID", "1.2.x")]
    [InlineData("Modality", "ct")]
    [InlineData("Modality", "THIS IS MORE THAN SIXTEEN")]
    [InlineData("PatientAge", "61")]
    [InlineData("PatientAge", "061J")]
    [InlineData("StudyDescription", "of more characters than the sixty four that are allowed in one value")]
    [InlineData("StudyDescription", "a\u0000b")]
    [InlineData("Rows", "-1")]
    [InlineData("Rows", "65536")]
    [InlineData("Rows", "512.5")]
    [InlineData("PixelData", "0000")]
    [InlineData("ReferencedStudySequence", "1.2.3")]
    public void A_value_that_the_attribute_cannot_hold_is_refused(string attribute, string value)
    {
        var error = Refusal(attribute, value);

        Assert.Equal(("InvalidReplacement", ErrorScope.Configuration), (error.Id, error.Scope));
        Assert.Contains(FileReading.TagOf(attribute).ToString("X8", CultureInfo.InvariantCulture).Insert(4, ","), error.Cause.ToUpperInvariant(), StringComparison.Ordinal);
        Assert.DoesNotContain($" {value}", error.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [CoversError("ReplacedIdentity")]
    [InlineData("PatientID")]
    [InlineData("PatientName")]
    [InlineData("0010,0010")]
    public void One_identity_for_all_patients_is_refused(string attribute)
    {
        var error = Refusal(attribute, "SUBJ-1");

        Assert.Equal(("ReplacedIdentity", ErrorScope.Configuration), (error.Id, error.Scope));
    }

    [Theory]
    [InlineData("SeriesNumber", "-7")]
    [InlineData("SliceThickness", "2.5e-1")]
    [InlineData("StudyDate", "20240229")]
    [InlineData("AcquisitionDateTime", "20240229101500.5+0900")]
    [InlineData("StudyTime", "10")]
    [InlineData("StudyTime", "101500.000001")]
    [InlineData("SOPInstanceUID", "2.25.1")]
    [InlineData("Modality", "CT")]
    [InlineData("PatientAge", "061Y")]
    [InlineData("ImageType", "DERIVED\\SECONDARY")]
    [InlineData("StudyDescription", "Bauch, nativ")]
    [InlineData("StudyDescription", "")]
    [InlineData("PatientComments", "two\r\nlines")]
    [InlineData("ReferringPhysicianName", "Muster^Erika=Muster^Erika")]
    public void A_value_that_fits_is_what_the_output_has(string attribute, string value)
    {
        var source = new InstanceBuilder().Text(attribute, "1").Build();

        var output = Deidentified.Reading(source, Deidentified.Profile("Encode", replace: new() { [attribute] = value }));

        Assert.Equal(value, output.Find(attribute)!.Text);
    }

    [Theory]
    [InlineData("ExplicitLittle", "Rows", "513", new byte[] { 1, 2 })]
    [InlineData("ExplicitBig", "Rows", "513", new byte[] { 2, 1 })]
    [InlineData("ExplicitLittle", "SmallestImagePixelValue", "65535", new byte[] { 255, 255 })]
    [InlineData("ExplicitLittle", "SimpleFrameList", "1\\2", new byte[] { 1, 0, 0, 0, 2, 0, 0, 0 })]
    [InlineData("ExplicitBig", "SimpleFrameList", "1\\2", new byte[] { 0, 0, 0, 1, 0, 0, 0, 2 })]
    [InlineData("ExplicitLittle", "RealWorldValueSlope", "-2", new byte[] { 0, 0, 0, 0, 0, 0, 0, 192 })]
    [InlineData("ExplicitBig", "RealWorldValueSlope", "-2", new byte[] { 192, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData("ExplicitLittle", "ReferencePixelX0", "-2", new byte[] { 254, 255, 255, 255 })]
    public void Numbers_are_written_as_the_file_writes_them(string syntax, string attribute, string value, byte[] expected)
    {
        DataDictionary.TryFind(attribute, out var tag);

        Assert.True(ReplacementValue.TryEncodeNumbers(DataDictionary.VrOf(tag), value, Syntaxes.Find(syntax).IsBigEndian, out var bytes));
        Assert.Equal(expected, bytes);
        Assert.Null(Record.Exception(() => ReplacementValue.EnsureFits(tag, value)));
    }

    private static DamsException Refusal(string attribute, string value) =>
        Assert.Throws<DamsException>(() => Deidentified.Profile("Basic", replace: new() { [attribute] = value }));
}

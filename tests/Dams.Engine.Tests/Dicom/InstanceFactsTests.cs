using System;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class InstanceFactsTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void An_instance_says_of_itself_what_its_elements_say(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => FileBuilder.WriteCT(dataset));

        var facts = InstanceFacts.Read(file.File);

        Assert.Equal(FileBuilder.CTImageStorage, facts.SOPClassUID);
        Assert.Equal("1.2.3.4", facts.SOPInstanceUID);
        Assert.Equal("1.2.3", facts.StudyInstanceUID);
        Assert.Equal("1.2.3.1", facts.SeriesInstanceUID);
        Assert.Equal("1.2.3.9", facts.FrameOfReferenceUID);
        Assert.Equal("MRN-4711", facts.PatientID);
        Assert.Equal("Muster^Erika", facts.PatientName);
        Assert.Equal("19520817", facts.PatientBirthDate);
        Assert.Equal("F", facts.PatientSex);
        Assert.Equal("CT", facts.Modality);
        Assert.Equal("20240311", facts.StudyDate);
        Assert.Equal("CT Abdomen Muster", facts.StudyDescription);
        Assert.Equal("venous", facts.SeriesDescription);
        Assert.Equal(("3", "1", "2.5"), (facts.SeriesNumber, facts.InstanceNumber, facts.SliceThickness));
        Assert.Equal("20240312", facts.CTDate);
    }

    [Fact]
    public void What_is_missing_or_stands_in_an_item_is_not_said()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Sequence("ReferencedPatientSequence", item => item.Text("PatientID", "MRN-4711").Text("StudyDate", "20240311"))
            .Text("PatientName", ""));

        var facts = InstanceFacts.Read(file.File);

        Assert.Equal(("", "", "", ""), (facts.PatientID, facts.PatientName, facts.CTDate, facts.SOPInstanceUID));
    }

    [Fact]
    public void Of_an_element_that_occurs_twice_the_first_counts()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("PatientID", "MRN-4711").Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-815"));

        Assert.Equal("MRN-4711", InstanceFacts.Read(file.File).PatientID);
    }

    [Theory]
    [InlineData("20240101", "20240202101112", "20240303", "20240404", "20240505", "20240101")]
    [InlineData("", "20240202101112.5+0100", "20240303", "20240404", "20240505", "20240202")]
    [InlineData("", "", "20240303", "20240404", "20240505", "20240303")]
    [InlineData("", "", "", "20240404", "20240505", "20240404")]
    [InlineData("", "", "", "", "20240505", "20240505")]
    [InlineData("", "", "", "", "", "")]
    [InlineData("unknown", "2024", "20240230", "20241301", "20240505", "20240505")]
    [InlineData("2024.01.31", "", "", "", "20240505", "20240131")]
    [InlineData("20240101\\20240102", "", "", "", "20240505", "20240101")]
    public void The_CT_date_is_the_first_that_is_a_date(
        string acquisition, string acquisitionTime, string series, string content, string study, string expected)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("StudyDate", study)
            .Text("SeriesDate", series)
            .Text("AcquisitionDate", acquisition)
            .Text("ContentDate", content)
            .Text("AcquisitionDateTime", acquisitionTime));

        Assert.Equal(expected, InstanceFacts.Read(file.File).CTDate);
    }

    [Theory]
    [InlineData("20240229", "20240229")]
    [InlineData("2024.02.29", "20240229")]
    [InlineData("20240229235959.123456+0100", "20240229")]
    [InlineData("20230229", null)]
    [InlineData("00000000", null)]
    [InlineData("2024022", null)]
    [InlineData("2024-02-29", null)]
    [InlineData("", null)]
    [InlineData("\u0662\u0660\u0662\u0664\u0660\u0662\u0662\u0669", null)]
    public void A_date_is_a_day_of_the_calendar(string text, string? expected)
    {
        Assert.Equal(expected is not null, DicomDate.TryParse(text, out var date));
        if (expected is not null)
            Assert.Equal(expected, DicomDate.Format(date));
        else
            Assert.Equal(default(DateTime), date);
    }
}

using Dams.Dicom.Reading;
using Dams.Profiles;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Profiles;

public sealed class AttributeTypesTests
{
    private const string EncapsulatedPdf = "1.2.840.10008.5.1.4.1.1.104.1";

    [Theory]
    [InlineData(FileBuilder.CTImageStorage, "StationName", 3)]
    [InlineData(FileBuilder.CTImageStorage, "PatientID", 2)]
    [InlineData(FileBuilder.CTImageStorage, "StudyDate", 3)] // one action alone: its type does not matter and is not known
    [InlineData(InstanceBuilder.UnknownClass, "PatientID", null)]
    [InlineData(InstanceBuilder.UnknownClass, "StudyDate", 3)]
    public void The_type_is_that_of_the_IOD(string sopClass, string attribute, int? expected)
    {
        var source = new InstanceBuilder(sopClass).Add(attribute, dataset => dataset.Text(attribute, "1")).Build();

        Assert.Equal(expected, TypeOf(source, sopClass, attribute, isInnermost: false));
    }

    [Fact]
    public void Content_items_have_the_same_types_at_any_depth()
    {
        var source = new InstanceBuilder(EncapsulatedPdf).Sequence("ContentSequence", outer => outer
            .Sequence("ContentSequence", middle => middle
                .Sequence("ContentSequence", inner => inner
                    .Text("ObservationDateTime", "20240311")))).Build();

        Assert.Equal(1, TypeOf(source, EncapsulatedPdf, "ObservationDateTime", isInnermost: true));
    }

    private static int? TypeOf(byte[] source, string sopClass, string attribute, bool isInnermost)
    {
        DataDictionary.TryFind(attribute, out var tag);
        using var folder = new TemporaryFolder();
        using var file = DicomFile.Open(folder.Write("source", source));
        var index = file.Dataset.Find(tag);
        for (var i = 0; isInnermost && i < file.Dataset.Count; i++)
            index = file.Dataset[i].Tag == tag ? i : index;
        Assert.True(index >= 0, attribute);
        return AttributeTypes.Standard.Find(sopClass, file.Dataset, index);
    }
}

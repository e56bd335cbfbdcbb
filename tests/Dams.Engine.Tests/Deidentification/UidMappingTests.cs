using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

public sealed class UidMappingTests
{
    private const string Uid = "1.2.276.0.99.4711";
    private const string KeptSequence = "PerformedProtocolCodeSequence";

    [Fact]
    public void A_UID_becomes_the_same_everywhere()
    {
        var source = new InstanceBuilder()
            .Text("SOPInstanceUID", Uid)
            .Text("FrameOfReferenceUID", Uid)
            .Text("MultiFrameSourceSOPInstanceUID", Uid)
            .Sequence("ReferencedImageSequence", item => item
                .Text("ReferencedSOPInstanceUID", Uid)
                .Sequence(KeptSequence, inner => inner.Text("ReferencedSOPInstanceUID", Uid)))
            .Build();

        var output = Deidentified.Reading(source);

        var mapped = output.All.Where(element => element.Text == TestKey.NewUid(Uid)).Select(element => element.Name);
        Assert.Equal(["0008,0018", "0008,1155", "0008,1155", "0008,1167", "0020,0052"], mapped);
        Assert.Equal(TestKey.NewUid(Uid), FileReading.Find(output.Meta, "MediaStorageSOPInstanceUID")!.Text);
    }

    [Theory]
    [InlineData(Uid)]
    [InlineData(Uid + "\0")]
    [InlineData(Uid + "\0\0\0")]
    [InlineData(Uid + " ")]
    [InlineData(Uid + " \0")]
    [InlineData(" " + Uid)]
    public void Padding_does_not_make_another_UID(string padded)
    {
        var source = new InstanceBuilder().Text("SOPInstanceUID", padded).Text("FrameOfReferenceUID", padded).Build();

        var output = Deidentified.Reading(source);

        Assert.Equal(TestKey.NewUid(Uid), output.Find("SOPInstanceUID")!.Text);
        Assert.Equal(TestKey.NewUid(Uid), output.Find("FrameOfReferenceUID")!.Text);
        Assert.Equal(TestKey.NewUid(Uid), FileReading.Find(output.Meta, "MediaStorageSOPInstanceUID")!.Text);
    }

    [Theory]
    [InlineData("1.2.3\\1.2.4")]
    [InlineData("1.2.3\\1.2.4\\1.2.840.10008.1.1")]
    [InlineData("1.2.3 \\ 1.2.4")]
    [InlineData("1.2.3\\\\1.2.4")]
    public void Each_of_several_UIDs_is_mapped(string value)
    {
        var source = new InstanceBuilder().Text("FailedSOPInstanceUIDList", value).Build();

        var output = Deidentified.Reading(source).Find("FailedSOPInstanceUIDList")!;

        var expected = value.Split('\\').Select(uid => uid.Trim())
            .Select(uid => uid.Length == 0 || uid == "1.2.840.10008.1.1" ? uid : TestKey.NewUid(uid));
        Assert.Equal(expected, output.Text.Split('\\'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0")]
    public void A_UID_without_a_value_gets_none(string value)
    {
        var source = new InstanceBuilder().Text("FrameOfReferenceUID", value).Build();

        Assert.Equal("", Deidentified.Reading(source).Find("FrameOfReferenceUID")!.Text);
    }

    [Fact]
    public void New_UIDs_are_padded_with_zero_to_even_length()
    {
        for (var i = 0; i < 20; i++)
        {
            var output = Deidentified.Reading(new InstanceBuilder().Text("SOPInstanceUID", $"1.2.3.{i}").Build());
            var element = output.Find("SOPInstanceUID")!;

            Assert.Equal(0, element.Value.Length % 2);
            Assert.Equal(element.Text.Length % 2 == 0 ? element.Value.Length : element.Value.Length - 1, element.Text.Length);
            Assert.DoesNotContain((byte)' ', element.Value);
        }
    }

    [Fact]
    public void A_sequence_called_unknown_has_its_UIDs_mapped_too()
    {
        var source = new InstanceBuilder()
            .Add("ReferencedImageSequence", dataset => dataset.Sequence(
                "ReferencedImageSequence", "UN", isUndefined: true, item => item.Text("ReferencedSOPInstanceUID", Uid)))
            .Build();

        var output = Deidentified.Reading(source);

        Assert.Equal(TestKey.NewUid(Uid), output.All.Single(element => element.Name == "0008,1155").Text);
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>Actions such as X/Z/D, which the type of the attribute in the IOD decides.</summary>
public sealed class ConditionalActionTests
{
    private const string RTPlanStorage = "1.2.840.10008.5.1.4.1.1.481.5";
    private const string SegmentationStorage = "1.2.840.10008.5.1.4.1.1.66.4";
    private const string GrayscaleStateStorage = "1.2.840.10008.5.1.4.1.1.11.1";

    [Fact]
    public void Every_SOP_class_has_its_actions_at_every_known_place()
    {
        var problems = new List<string>();
        foreach (var places in ProfileTable.Places.GroupBy(place => place.Class))
        {
            var source = InstanceWith(places.Key, places.Select(place => (place.Tag, place.Path)));
            var output = Deidentified.Bytes(source);
            var comparison = BasicComparison.Compare(FileReading.Parse(source), FileReading.Parse(output), Deidentified.Identity);
            problems.AddRange(comparison.Problems.Select(problem => $"{places.Key}: {problem}"));
            if (SampleValue.IsIn(output))
                problems.Add($"{places.Key}: a value is still there");
        }
        Problems.AssertNone(problems);
    }

    [Theory]
    [InlineData(InstanceBuilder.UnknownClass)]
    [InlineData("")]
    public void An_unknown_SOP_class_keeps_what_its_IOD_may_want(string sopClass)
    {
        var tags = ProfileTable.Tags.Where(tag => ProfileTable.PrintedFor(tag).Contains('/')).ToArray();
        var source = InstanceWith(sopClass, tags.Select(tag => (tag, "")));

        var output = Deidentified.Bytes(source);

        Assert.False(SampleValue.IsIn(output));
        var reading = FileReading.Parse(output);
        Assert.All(tags, tag => Assert.Contains(reading.Dataset, element => element.Tag == tag));
        Problems.AssertNone(BasicComparison.Compare(FileReading.Parse(source), reading, Deidentified.Identity).Problems);
    }

    // PS3.3 table C.36.2.2.14-1: type 1 there, where table E.1-1 prints Z alone.
    [Fact]
    public void A_slot_of_an_accessory_holder_keeps_an_ID_that_is_a_dummy()
    {
        const string cArmRadiation = "1.2.840.10008.5.1.4.1.1.481.13";
        var source = new InstanceBuilder(cArmRadiation).Sequence("RTAccessoryHolderDefinitionSequence", holder => holder
            .Sequence("RTAccessoryHolderSlotSequence", slot => slot.Text("RTAccessoryHolderSlotID", "Muster"))).Build();

        var ids = Deidentified.Reading(source).All.Where(element => element.Tag == FileReading.TagOf("RTAccessoryHolderSlotID"));

        Assert.NotEqual("", Assert.Single(ids).Text.Replace("Muster", ""));
    }

    [Theory]
    [InlineData(FileBuilder.CTImageStorage, "ContentDate", "")] // type 2C
    [InlineData(SegmentationStorage, "ContentDate", "19000101")] // type 1
    [InlineData(InstanceBuilder.UnknownClass, "ContentDate", "19000101")]
    [InlineData(FileBuilder.CTImageStorage, "InstitutionName", null)] // type 3
    [InlineData(RTPlanStorage, "RTPlanDate", "19000101")] // type 2, where X/D has but D
    [InlineData(GrayscaleStateStorage, "ContentCreatorName", "")] // type 2
    public void The_type_in_the_IOD_decides(string sopClass, string attribute, string? expected)
    {
        var tag = FileReading.TagOf(attribute);
        var source = new InstanceBuilder(sopClass).Add(attribute, dataset => SampleValue.Write(dataset, tag)).Build();

        var element = Deidentified.Reading(source).Find(attribute);

        Assert.Equal(expected, element?.Text);
    }

    [Theory]
    [InlineData("ReferencedImageSequence")]
    [InlineData("SourceImageSequence")]
    public void A_reference_to_an_image_survives_with_its_UID_mapped(string sequence)
    {
        var source = new InstanceBuilder().Sequence(sequence, WriteReference, WriteReference).Build();

        var output = Deidentified.Reading(source).Find(sequence);

        Assert.Equal(2, output!.Items!.Count);
        Assert.All(output.Items, item =>
        {
            Assert.Equal(FileBuilder.CTImageStorage, FileReading.Find(item.Elements, "ReferencedSOPClassUID")!.Text);
            Assert.Equal(TestKey.NewUid("1.2.3.77"), FileReading.Find(item.Elements, "ReferencedSOPInstanceUID")!.Text);
        });
    }

    private static void WriteReference(DatasetBuilder item) => item
        .Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage)
        .Text("ReferencedSOPInstanceUID", "1.2.3.77");

    private static byte[] InstanceWith(string sopClass, IEnumerable<(uint Tag, string Path)> places)
    {
        var root = new Node();
        foreach (var (tag, path) in places)
        {
            var node = root;
            foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
                node = node.Child(uint.Parse(step, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            node.Child(tag);
        }
        var instance = new InstanceBuilder(sopClass);
        foreach (var (tag, node) in root.Children)
            instance.Add($"{tag:X8}", dataset => node.Write(dataset, tag));
        return instance.Build();
    }

    private sealed class Node
    {
        public SortedDictionary<uint, Node> Children { get; } = [];

        public Node Child(uint tag) => Children.TryGetValue(tag, out var child) ? child : Children[tag] = new Node();

        public void Write(DatasetBuilder dataset, uint tag)
        {
            if (Children.Count == 0)
                SampleValue.Write(dataset, tag);
            else
                dataset.Sequence($"{tag:X8}", item =>
                {
                    foreach (var (inner, node) in Children)
                        node.Write(item, inner);
                });
        }
    }
}

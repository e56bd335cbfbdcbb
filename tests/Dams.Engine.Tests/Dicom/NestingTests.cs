using System;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class NestingTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.All), MemberType = typeof(Syntaxes))]
    public void Defined_and_undefined_lengths_may_be_mixed_at_any_depth(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => dataset
            .UndefinedSequence(
                "RequestAttributesSequence",
                item => item
                    .Sequence("ScheduledProtocolCodeSequence", code => code
                        .UndefinedSequence("MappingResourceIdentificationSequence", map => map.Text("MappingResourceUID", "1.2.3"))
                        .Text("CodeMeaning", "a"))
                    .Text("RequestedProcedureID", "P"),
                item => item.Text("RequestedProcedureID", "Q"))
            .Sequence("ConceptNameCodeSequence", item => item.Text("CodeMeaning", "b"), item => item.Text("CodeMeaning", "c"))
            .Text("PatientComments", "none"));

        Assert.Equal(
            [
                "RequestAttributesSequence SQ",
                "  ScheduledProtocolCodeSequence SQ",
                "    MappingResourceIdentificationSequence SQ",
                "      MappingResourceUID UI 1.2.3",
                "    CodeMeaning LO a",
                "  RequestedProcedureID SH P",
                "  RequestedProcedureID SH Q",
                "ConceptNameCodeSequence SQ",
                "  CodeMeaning LO b",
                "  CodeMeaning LO c",
                "PatientComments LT none",
            ],
            file.Outline);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Empty_sequences_and_empty_items_are_read(bool isUndefined)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Sequence("ReferencedStudySequence", "SQ", isUndefined)
            .Sequence("ReferencedSeriesSequence", "SQ", isUndefined, _ => { }, item => item.Text("Modality", "CT"), _ => { })
            .Text("PatientID", "MRN-4711"));

        Assert.Equal(
            ["ReferencedStudySequence SQ", "ReferencedSeriesSequence SQ", "  Modality CS CT", "PatientID LO MRN-4711"],
            file.Outline);
        Assert.Equal(3, Enumerable.Range(0, file.Dataset.Count).Count(i => file.Dataset[i].IsItem));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Five_thousand_levels_are_read_without_recursion(bool isUndefined)
    {
        const int depth = 5_000;
        var bytes = FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
            .Raw(Nest(depth, isUndefined))
            .Text("PatientName", "Muster^Erika"));
        using var file = new OpenedFile(bytes);

        Assert.Equal((2 * depth) + 2, file.Dataset.Count);
        Assert.Equal((2 * depth) + 1, file.Dataset[0].Next);
        Assert.Equal((2 * depth) - 1, file.Dataset[2 * depth].Parent);
        Assert.Equal("MRN-4711", file.File.Values.Text(file.Dataset, 2 * depth));
        Assert.Equal("Muster^Erika", file.Text("PatientName"));
    }

    [Fact]
    public void The_tree_knows_what_encloses_an_element_and_what_follows_it()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT")
            .Sequence("ReferencedSeriesSequence", item => item.Text("SeriesInstanceUID", "1.2"), item => item.Text("SeriesInstanceUID", "1.3"))
            .Text("PatientID", "MRN-4711"));
        var tree = file.Dataset;

        // 0 Modality, 1 sequence, 2 item, 3 UID, 4 item, 5 UID, 6 PatientID
        Assert.Equal([-1, -1, 1, 2, 1, 4, -1], Enumerable.Range(0, 7).Select(i => tree[i].Parent));
        Assert.Equal([1, 6, 4, 4, 6, 6, 7], Enumerable.Range(0, 7).Select(i => tree[i].Next));
        Assert.Equal(3, tree.Find(DatasetBuilder.TagOf("SeriesInstanceUID"), 2));
        Assert.Equal(5, tree.Find(DatasetBuilder.TagOf("SeriesInstanceUID"), 4));
        Assert.Equal(-1, tree.Find(DatasetBuilder.TagOf("SeriesInstanceUID")));
        Assert.Equal(6, tree.Find(KnownTag.PatientID));
    }

    [Fact]
    public void Implicit_items_in_an_explicit_dataset_are_read()
    {
        var item = FileBuilder.Dataset(Syntax.ImplicitLittle, content => content
            .Text("CodeValue", "T-1").Text("CodeMeaning", "Liver"));
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Header("ConceptNameCodeSequence", "SQ", (uint)item.Length + 8)
            .ItemHeader(0xE000, (uint)item.Length).Raw(item)
            .Text("PatientComments", "none"));

        Assert.Equal(
            ["ConceptNameCodeSequence SQ", "  CodeValue SH T-1", "  CodeMeaning LO Liver", "PatientComments LT none"],
            file.Outline);
        Assert.True(file.Dataset[2].IsImplicit);
        Assert.False(file.Dataset[file.Dataset.Count - 1].IsImplicit);
    }

    [Fact]
    public void Explicit_items_in_an_implicit_dataset_are_read()
    {
        var item = FileBuilder.Dataset(Syntax.ExplicitLittle, content => content
            .Text("CodeValue", "T-1").Text("CodeMeaning", "Liver"));
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset => dataset
            .Header("ConceptNameCodeSequence", "SQ", (uint)item.Length + 8)
            .ItemHeader(0xE000, (uint)item.Length).Raw(item)
            .Text("PatientComments", "none"));

        Assert.Equal(
            ["ConceptNameCodeSequence SQ", "  CodeValue SH T-1", "  CodeMeaning LO Liver", "PatientComments LT none"],
            file.Outline);
        Assert.False(file.Dataset[2].IsImplicit);
    }

    [Fact]
    public void What_only_the_dictionary_calls_a_sequence_is_a_value_where_it_holds_no_items()
    {
        using var file = new OpenedFile(Syntax.ImplicitLittle, dataset => dataset
            .Bytes("ConceptNameCodeSequence", "plain text"u8.ToArray())
            .Text("PatientComments", "none"));

        Assert.Equal(["ConceptNameCodeSequence UN plain text", "PatientComments LT none"], file.Outline);
    }

    private static byte[] Nest(int depth, bool isUndefined)
    {
        const int open = 12 + 8;
        var leaf = FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => dataset.Text("PatientID", "MRN-4711"));
        var close = isUndefined ? 16 : 0;
        var builder = new DatasetBuilder(isExplicit: true, isBigEndian: false);
        for (var level = 0; level < depth; level++)
        {
            var content = (uint)(leaf.Length + ((depth - level - 1) * (open + close)));
            builder.Header("ContentSequence", "SQ", isUndefined ? 0xFFFFFFFF : content + 8);
            builder.ItemHeader(0xE000, isUndefined ? 0xFFFFFFFF : content);
        }
        builder.Raw(leaf);
        for (var level = 0; isUndefined && level < depth; level++)
            builder.ItemHeader(0xE00D, 0).ItemHeader(0xE0DD, 0);
        return builder.ToArray();
    }
}

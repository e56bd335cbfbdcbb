using System;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

/// <summary>Each expects the bytes of a file that was built with the new element in it.</summary>
public sealed class InsertionTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void An_element_goes_where_the_order_of_tags_puts_it(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(syntax, dataset => dataset
            .Text("Modality", "CT")
            .Sequence("RequestAttributesSequence", item => item.Text("Modality", "CT").Text("PatientComments", "none"))
            .Text("SOPInstanceUID", "1.2", "UI"));

        var output = file.Rewrite(edits =>
        {
            Insert(edits, ElementTree.Root, "SOPClassUID", Vr.UI, "1.2.3");
            Insert(edits, ElementTree.Root, "PatientName", Vr.PN, "SUBJ-1");
            Insert(edits, file.IndexOf("RequestAttributesSequence/0"), "PatientID", Vr.LO, "SUBJ-1");
            Insert(edits, ElementTree.Root, "DeidentificationMethod", Vr.LO, "none");
        });

        Assert.Equal(
            FileBuilder.Build(syntax, dataset => dataset
                .Text("SOPClassUID", "1.2.3")
                .Text("Modality", "CT")
                .Text("PatientName", "SUBJ-1")
                .Text("DeidentificationMethod", "none")
                .Sequence("RequestAttributesSequence", item => item
                    .Text("Modality", "CT").Text("PatientID", "SUBJ-1").Text("PatientComments", "none"))
                .Text("SOPInstanceUID", "1.2", "UI")),
            output);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void The_last_element_goes_to_the_end_and_before_what_trails(string name)
    {
        var syntax = Syntaxes.Find(name);
        byte[] trailing = new byte[50];
        using var file = new OpenedFile([.. FileBuilder.Build(syntax, dataset => dataset.Text("Modality", "CT")), .. trailing]);

        var output = file.Rewrite(edits => Insert(edits, ElementTree.Root, "PatientID", Vr.LO, "SUBJ-1"));

        Assert.Equal(
            [.. FileBuilder.Build(syntax, dataset => dataset.Text("Modality", "CT").Text("PatientID", "SUBJ-1")), .. trailing],
            output);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void An_empty_dataset_takes_an_element(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(FileBuilder.Build(syntax, _ => { }));

        var output = file.Rewrite(edits => Insert(edits, ElementTree.Root, "PatientID", Vr.LO, "SUBJ-1"));

        Assert.Equal(FileBuilder.Build(syntax, dataset => dataset.Text("PatientID", "SUBJ-1")), output);
    }

    [Theory]
    [InlineData("ImplicitLittle", false)]
    [InlineData("ImplicitLittle", true)]
    [InlineData("ExplicitLittle", false)]
    [InlineData("ExplicitLittle", true)]
    [InlineData("ExplicitBig", false)]
    [InlineData("ExplicitBig", true)]
    public void An_empty_item_takes_an_element(string name, bool isUndefined)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(syntax, dataset => dataset
            .Sequence("RequestAttributesSequence", "SQ", isUndefined, _ => { }, _ => { }));

        var output = file.Rewrite(edits => Insert(edits, file.IndexOf("RequestAttributesSequence/0"), "PatientID", Vr.LO, "SUBJ-1"));

        Assert.Equal(
            FileBuilder.Build(syntax, dataset => dataset.Sequence(
                "RequestAttributesSequence", "SQ", isUndefined, item => item.Text("PatientID", "SUBJ-1"), _ => { })),
            output);
    }

    [Theory]
    [InlineData("ExplicitLittle", false)]
    [InlineData("ExplicitLittle", true)]
    [InlineData("ExplicitBig", false)]
    [InlineData("ExplicitBig", true)]
    public void An_element_inside_an_unknown_value_is_implicit_little_endian(string name, bool isUndefined)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(syntax, dataset => dataset
            .Sequence("0009,1001", "UN", isUndefined, item => item.Text("Modality", "CT"), _ => { }));

        var output = file.Rewrite(edits =>
        {
            Insert(edits, file.IndexOf("0009,1001/0"), "PatientID", Vr.LO, "SUBJ-1");
            Insert(edits, file.IndexOf("0009,1001/1"), "PatientID", Vr.LO, "SUBJ-2");
        });

        Assert.Equal(
            FileBuilder.Build(syntax, dataset => dataset.Sequence(
                "0009,1001", "UN", isUndefined, item => item.Text("Modality", "CT").Text("PatientID", "SUBJ-1"), item => item.Text("PatientID", "SUBJ-2"))),
            output);
    }

    [Fact]
    public void An_element_beside_implicit_ones_in_an_explicit_dataset_is_implicit_too()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => Write(dataset, content => content.Text("CodeValue", "T-1")));

        var output = file.Rewrite(edits => Insert(edits, file.IndexOf("ConceptNameCodeSequence/0"), "CodeMeaning", Vr.LO, "Liver"));

        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => Write(dataset, content => content
                .Text("CodeValue", "T-1").Text("CodeMeaning", "Liver"))),
            output);

        static void Write(DatasetBuilder dataset, Action<DatasetBuilder> content)
        {
            var item = FileBuilder.Dataset(Syntax.ImplicitLittle, content);
            dataset.Header("ConceptNameCodeSequence", "SQ", (uint)item.Length + 8).ItemHeader(0xE000, (uint)item.Length).Raw(item);
        }
    }

    [Theory]
    [InlineData("ImplicitLittle", false)]
    [InlineData("ImplicitLittle", true)]
    [InlineData("ExplicitLittle", false)]
    [InlineData("ExplicitLittle", true)]
    [InlineData("ExplicitBig", false)]
    [InlineData("ExplicitBig", true)]
    public void An_item_is_appended_behind_the_others(string name, bool isUndefined)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(syntax, dataset => dataset
            .Sequence("ConceptNameCodeSequence", "SQ", isUndefined, item => item.Text("CodeValue", "T-1"))
            .Sequence("ReferencedStudySequence", "SQ", isUndefined));

        var output = file.Rewrite(edits =>
        {
            AppendItem(edits, file.IndexOf("ConceptNameCodeSequence"), "T-2");
            AppendItem(edits, file.IndexOf("ConceptNameCodeSequence"), "T-3");
            AppendItem(edits, file.IndexOf("ReferencedStudySequence"), "T-4");
        });

        var first = FileBuilder.Dataset(syntax, dataset => dataset
            .Sequence("ConceptNameCodeSequence", "SQ", isUndefined, item => item.Text("CodeValue", "T-1")));
        byte[] items = [.. first[(syntax.IsExplicit ? 12 : 8)..(isUndefined ? ^8 : ^0)], .. Item("T-2"), .. Item("T-3")];
        var expected = FileBuilder.Build(syntax, dataset =>
        {
            WriteSequence(dataset, "ConceptNameCodeSequence", items);
            WriteSequence(dataset, "ReferencedStudySequence", Item("T-4"));
        });
        Assert.Equal(expected, output);

        // New items have lengths, also in a sequence that has none.
        byte[] Item(string code)
        {
            var content = FileBuilder.Dataset(syntax, item => item.Text("CodeValue", code));
            return FileBuilder.Dataset(syntax, sequence => sequence.ItemHeader(0xE000, (uint)content.Length).Raw(content));
        }

        void WriteSequence(DatasetBuilder dataset, string sequence, byte[] content)
        {
            dataset.Header(sequence, "SQ", isUndefined ? 0xFFFFFFFF : (uint)content.Length).Raw(content);
            if (isUndefined)
                dataset.ItemHeader(0xE0DD, 0);
        }
    }

    [Fact]
    public void What_is_inserted_at_the_end_of_an_item_stands_before_what_follows_the_item()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Sequence("ReferencedSeriesSequence", item => item
                .Sequence("ReferencedSOPSequence", inner => inner.Text("Modality", "CT")))
            .Text("PatientID", "MRN-4711"));

        var output = file.Rewrite(edits =>
        {
            Insert(edits, file.IndexOf("ReferencedSeriesSequence/0/ReferencedSOPSequence/0"), "SeriesNumber", Vr.IS, "1");
            AppendItem(edits, file.IndexOf("ReferencedSeriesSequence/0/ReferencedSOPSequence"), "T-1");
            Insert(edits, file.IndexOf("ReferencedSeriesSequence/0"), "SeriesNumber", Vr.IS, "2");
            Insert(edits, ElementTree.Root, "PatientName", Vr.PN, "SUBJ-1");
            edits.Remove(file.IndexOf("PatientID"));
        });

        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Sequence("ReferencedSeriesSequence", item => item
                    .Sequence(
                        "ReferencedSOPSequence",
                        inner => inner.Text("Modality", "CT").Text("SeriesNumber", "1"),
                        inner => inner.Text("CodeValue", "T-1"))
                    .Text("SeriesNumber", "2"))
                .Text("PatientName", "SUBJ-1")),
            output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_inserted_stands_before_a_change_at_its_place(bool insertsFirst)
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Text("PatientID", "MRN-4711"));

        var output = file.Rewrite(edits =>
        {
            if (insertsFirst)
                Insert(edits, ElementTree.Root, "PatientName", Vr.PN, "SUBJ-1");
            edits.Replace(file.IndexOf("PatientID"), "SUBJ-1"u8, (byte)' ');
            if (!insertsFirst)
                Insert(edits, ElementTree.Root, "PatientName", Vr.PN, "SUBJ-1");
        });

        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Text("Modality", "CT").Text("PatientName", "SUBJ-1").Text("PatientID", "SUBJ-1")),
            output);
    }

    private static void Insert(EditList edits, int container, string attribute, Vr vr, string value)
    {
        var tag = DatasetBuilder.TagOf(attribute);
        edits.Insert(container, tag, (buffer, form) => buffer.Write(form, tag, vr, value));
    }

    private static void AppendItem(EditList edits, int sequence, string code) => edits.AppendItem(sequence, (buffer, form) =>
    {
        buffer.BeginItem(form);
        buffer.Write(form, KnownTag.CodeValue, Vr.SH, code);
        buffer.End(form);
    });
}

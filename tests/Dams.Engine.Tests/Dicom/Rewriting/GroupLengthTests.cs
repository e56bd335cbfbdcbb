using System;
using System.Buffers.Binary;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

/// <summary>Group lengths (PS3.5 section 7.2) and the retired (0008,0001) Length to End.</summary>
public sealed class GroupLengthTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void The_length_of_a_changed_group_is_made_right(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(FileBuilder.Build(syntax, dataset => Write(dataset, syntax, "Muster^Erika", "ACC-815")));

        var output = file.Rewrite(edits =>
        {
            edits.Replace(file.IndexOf("PatientName"), "SUBJ-1"u8, (byte)' ');
            edits.Replace(file.IndexOf("AccessionNumber"), [], 0);
        });

        Assert.Equal(FileBuilder.Build(syntax, dataset => Write(dataset, syntax, "SUBJ-1", "")), output);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void The_length_of_the_group_of_a_sequence_follows_what_changes_inside_it(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(FileBuilder.Build(syntax, dataset => Write(dataset, "MRN-4711")));

        var output = file.Rewrite(edits => edits.Replace(file.IndexOf("ReferencedPatientSequence/0/PatientID"), "MRN-4711-AND-MORE"u8, (byte)' '));

        Assert.Equal(FileBuilder.Build(syntax, dataset => Write(dataset, "MRN-4711-AND-MORE")), output);

        void Write(DatasetBuilder dataset, string patientId) => dataset
            .Raw(Group(syntax, "0008", group => group
                .UndefinedSequence("ReferencedPatientSequence", item => item
                    .Raw(Group(syntax, "0010", inner => inner.Text("PatientName", "X").Text("PatientID", patientId)))
                    .Raw(Group(syntax, "0020", inner => inner.Text("InstanceNumber", "1"))))))
            .Raw(Group(syntax, "0010", group => group.Text("PatientID", "MRN-815")));
    }

    [Fact]
    public void The_length_of_a_group_that_no_edit_touches_stays_even_where_it_is_wrong()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => Write(dataset, "Muster^Erika"));

        var output = file.Rewrite(edits => edits.Replace(file.IndexOf("PatientName"), "SUBJ-1"u8, (byte)' '));

        Assert.Equal(FileBuilder.Build(Syntax.ExplicitLittle, dataset => Write(dataset, "SUBJ-1")), output);

        static void Write(DatasetBuilder dataset, string name) => dataset
            .Bytes("0008,0000", [1, 2, 3, 4], "UL")
            .Text("Modality", "CT")
            .Raw(Group(Syntax.ExplicitLittle, "0010", group => group.Text("PatientName", name)));
    }

    [Fact]
    public void The_length_of_a_changed_group_is_made_right_where_it_was_wrong()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Bytes("0010,0000", [1, 2, 3, 4], "UL").Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-4711"));

        var output = file.Rewrite(edits => edits.Remove(file.IndexOf("PatientName")));

        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Raw(Group(Syntax.ExplicitLittle, "0010", group => group.Text("PatientID", "MRN-4711")))),
            output);
    }

    [Fact]
    public void A_group_that_loses_all_its_elements_has_the_length_zero()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Raw(Group(Syntax.ExplicitLittle, "0010", group => group.Text("PatientName", "Muster^Erika"))).Text("InstanceNumber", "1"));

        var output = file.Rewrite(edits => edits.Remove(file.IndexOf("PatientName")));

        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Bytes("0010,0000", [0, 0, 0, 0], "UL").Text("InstanceNumber", "1")),
            output);
    }

    [Fact]
    public void A_group_length_can_itself_be_removed()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT")
            .Raw(Group(Syntax.ExplicitLittle, "0009", group => group.Text("0009,0010", "NOBODY 1.0").Text("0009,1001", "secret", "LO"))));

        var output = file.Rewrite(edits =>
        {
            for (var i = 1; i < file.Dataset.Count; i++)
                edits.Remove(i);
        });

        Assert.Equal(FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT")), output);
    }

    [Fact]
    public void An_inserted_element_counts_in_the_length_of_its_group()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => Write(dataset, group => group.Text("PatientName", "X")));

        var output = file.Rewrite(edits => edits.Insert(ElementTree.Root, KnownTag.PatientID, (buffer, form) =>
            buffer.Write(form, KnownTag.PatientID, Vr.LO, "SUBJ-1")));

        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => Write(dataset, group => group.Text("PatientName", "X").Text("PatientID", "SUBJ-1"))),
            output);

        static void Write(DatasetBuilder dataset, Action<DatasetBuilder> write) =>
            dataset.Raw(Group(Syntax.ExplicitLittle, "0010", write)).Text("InstanceNumber", "1");
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Length_to_end_counts_all_behind_it(string name)
    {
        var syntax = Syntaxes.Find(name);
        using var file = new OpenedFile(FileBuilder.Build(syntax, dataset => Write(dataset, "Muster^Erika", "deep")));

        var output = file.Rewrite(edits =>
        {
            edits.Replace(file.IndexOf("PatientName"), "SUBJ-1"u8, (byte)' ');
            edits.Replace(file.IndexOf("RequestAttributesSequence/0/PatientComments"), "deeper"u8, (byte)' ');
        });

        Assert.Equal(FileBuilder.Build(syntax, dataset => Write(dataset, "SUBJ-1", "deeper")), output);

        void Write(DatasetBuilder dataset, string patient, string comments)
        {
            var rest = FileBuilder.Dataset(syntax, behind => behind
                .Text("Modality", "CT")
                .Text("PatientName", patient)
                .Sequence("RequestAttributesSequence", item => item.Text("PatientComments", comments)));
            dataset.Bytes("0008,0001", UInt32(syntax, rest.Length), "UL").Raw(rest);
        }
    }

    [Fact]
    public void A_group_length_of_another_form_is_left_alone()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Bytes("0010,0000", [9, 9], "US").Text("PatientName", "Muster^Erika"));

        var output = file.Rewrite(edits => edits.Remove(1));

        Assert.Equal(FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Bytes("0010,0000", [9, 9], "US")), output);
    }

    private static void Write(DatasetBuilder dataset, Syntax syntax, string patient, string accession) => dataset
        .Raw(Group(syntax, "0008", group => group.Text("AccessionNumber", accession).Text("Modality", "CT")))
        .Raw(Group(syntax, "0010", group => group.Text("PatientName", patient).Text("PatientID", "MRN-4711")))
        .Raw(Group(syntax, "0020", group => group.Text("InstanceNumber", "1")));

    private static byte[] Group(Syntax syntax, string group, Action<DatasetBuilder> write)
    {
        var content = FileBuilder.Dataset(syntax, write);
        return FileBuilder.Dataset(syntax, dataset => dataset
            .Bytes($"{group},0000", UInt32(syntax, content.Length), "UL").Raw(content));
    }

    private static byte[] UInt32(Syntax syntax, int value)
    {
        var bytes = new byte[4];
        if (syntax.IsBigEndian)
            BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}

using System;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

/// <summary>Each expects the bytes of a file that was built with the change in it.</summary>
public sealed class EditTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.Plain), MemberType = typeof(Syntaxes))]
    public void Without_edits_every_byte_stays(string name)
    {
        byte[] bytes = [.. FileBuilder.Build(Syntaxes.Find(name), dataset => Write(dataset, "MRN-4711", "1.2.3")), .. new byte[99]];
        "not a preamble of zeros"u8.CopyTo(bytes);
        using var file = new OpenedFile(bytes);

        Assert.Equal(bytes, file.Rewrite(_ => { }));
        Assert.Empty(new EditList(file.File).Complete());
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Without_edits_a_file_without_meta_information_stays(string name)
    {
        var bytes = FileBuilder.Dataset(Syntaxes.Find(name), dataset => Write(dataset, "MRN-4711", "1.2.3"));
        using var file = new OpenedFile(bytes);

        Assert.Equal(bytes, file.Rewrite(_ => { }));
    }

    [Theory]
    [InlineData("ImplicitLittle", "MRN-4711-LONG", "1.2.3.4.5")]
    [InlineData("ExplicitLittle", "MRN-4711-LONG", "1.2.3.4.5")]
    [InlineData("ExplicitBig", "MRN-4711-LONG", "1.2.3.4.5")]
    [InlineData("ExplicitLittle", "M", "1")]
    [InlineData("ExplicitBig", "", "")]
    [InlineData("ImplicitLittle", "", "1.2.3")]
    public void Replaced_values_take_the_place_of_the_old_ones(string name, string patientId, string uid)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => Write(dataset, "MRN-4711", "1.2.3"));

        var output = file.Rewrite(edits =>
        {
            foreach (var path in new[] { "RequestAttributesSequence/1/PatientID", "PatientID", "ConceptNameCodeSequence/0/PatientID" })
                edits.Replace(file.IndexOf(path), Ascii(patientId), (byte)' ');
            edits.Replace(file.IndexOf("RequestAttributesSequence/0/ReferencedStudySequence/0/ReferencedSOPInstanceUID"), Ascii(uid), 0);
        });

        Assert.Equal(FileBuilder.Build(Syntaxes.Find(name), dataset => Write(dataset, patientId, uid)), output);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Removed_elements_leave_no_trace(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => dataset
            .Text("Modality", "CT")
            .Sequence(
                "RequestAttributesSequence",
                item => item.Text("PatientID", "MRN-4711").UndefinedSequence("ReferencedStudySequence", inner => inner
                    .Text("PatientID", "MRN-4711").Text("ReferencedSOPInstanceUID", "1.2.3")),
                item => item.Text("PatientID", "MRN-4711"))
            .Text("PatientID", "MRN-4711")
            .UndefinedSequence("ConceptNameCodeSequence", item => item.Text("PatientID", "MRN-4711").Text("CodeValue", "T-1"))
            .Text("PatientComments", "none"));

        var output = file.Rewrite(edits =>
        {
            for (var i = 0; i < file.Dataset.Count; i++)
            {
                if (file.Dataset[i].Tag == KnownTag.PatientID)
                    edits.Remove(i);
            }
        });

        var expected = FileBuilder.Build(Syntaxes.Find(name), dataset => dataset
            .Text("Modality", "CT")
            .Sequence(
                "RequestAttributesSequence",
                item => item.UndefinedSequence("ReferencedStudySequence", inner => inner.Text("ReferencedSOPInstanceUID", "1.2.3")),
                _ => { })
            .UndefinedSequence("ConceptNameCodeSequence", item => item.Text("CodeValue", "T-1"))
            .Text("PatientComments", "none"));
        Assert.Equal(expected, output);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void A_removed_sequence_goes_with_all_inside_it(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => dataset
            .Sequence("RequestAttributesSequence", item => item
                .Text("Modality", "CT")
                .UndefinedSequence("ReferencedStudySequence", inner => inner.Text("PatientID", "MRN-4711")))
            .UndefinedSequence("ConceptNameCodeSequence", item => item.Text("CodeValue", "T-1"))
            .Text("PatientComments", "none"));

        var output = file.Rewrite(edits =>
        {
            edits.Remove(file.IndexOf("RequestAttributesSequence/0/ReferencedStudySequence"));
            edits.Remove(file.IndexOf("ConceptNameCodeSequence"));
        });

        Assert.Equal(
            FileBuilder.Build(Syntaxes.Find(name), dataset => dataset
                .Sequence("RequestAttributesSequence", item => item.Text("Modality", "CT"))
                .Text("PatientComments", "none")),
            output);
    }

    [Fact]
    public void The_order_in_which_edits_are_asked_for_does_not_matter()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => Write(dataset, "MRN-4711", "1.2.3"));
        Action<EditList>[] asked =
        [
            edits => edits.Remove(file.IndexOf("Modality")),
            edits => edits.Replace(file.IndexOf("RequestAttributesSequence/1/PatientID"), "X"u8, (byte)' '),
            edits => edits.Insert(file.IndexOf("ConceptNameCodeSequence/0"), KnownTag.CodeMeaning, (buffer, form) =>
                buffer.Write(form, KnownTag.CodeMeaning, Vr.LO, "Liver")),
            edits => edits.Remove(file.IndexOf("PatientID")),
        ];

        var forward = file.Rewrite(edits => Array.ForEach(asked, ask => ask(edits)));
        var backward = file.Rewrite(edits => Array.ForEach([.. asked.Reverse()], ask => ask(edits)));

        Assert.Equal(forward, backward);
    }

    [Fact]
    public void A_replaced_sequence_becomes_an_element_of_known_length()
    {
        foreach (var isUndefined in new[] { true, false })
        {
            using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
                .Sequence("ReferencedStudySequence", "SQ", isUndefined, item => item.Text("PatientID", "MRN-4711"))
                .Text("PatientComments", "none"));

            var output = file.Rewrite(edits => edits.Replace(0, [], 0));

            Assert.Equal(
                FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                    .Sequence("ReferencedStudySequence").Text("PatientComments", "none")),
                output);
        }
    }

    [Fact]
    public void The_value_representation_that_a_file_gives_stays_when_the_value_is_replaced()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("PatientName", "Muster^Erika", "UN")
            .Raw(0x10, 0, 0x20, 0, (byte)'Z', (byte)'Z', 7, 9, 2, 0, 0, 0, 1, 2));

        var output = file.Rewrite(edits =>
        {
            edits.Replace(0, "A"u8, (byte)' ');
            edits.Replace(1, "B"u8, (byte)' ');
        });

        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Text("PatientName", "A ", "UN")
                .Raw(0x10, 0, 0x20, 0, (byte)'Z', (byte)'Z', 7, 9, 2, 0, 0, 0, (byte)'B', (byte)' ')),
            output);
    }

    [Fact]
    public void Odd_lengths_that_no_edit_touches_stay_odd_and_new_values_are_padded()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Unpadded("Modality", "CTX"u8.ToArray())
            .Sequence("ConceptNameCodeSequence", item => item.Unpadded("CodeValue", "T"u8.ToArray()).Text("CodeMeaning", "Liver"))
            .Unpadded("PatientComments", "abc"u8.ToArray()));

        var output = file.Rewrite(edits => edits.Replace(file.IndexOf("ConceptNameCodeSequence/0/CodeMeaning"), "Spleen!"u8, (byte)' '));

        Assert.Equal(
            FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset
                .Unpadded("Modality", "CTX"u8.ToArray())
                .Sequence("ConceptNameCodeSequence", item => item.Unpadded("CodeValue", "T"u8.ToArray()).Text("CodeMeaning", "Spleen! "))
                .Unpadded("PatientComments", "abc"u8.ToArray())),
            output);
    }

    [Theory]
    [InlineData(65533, true)]
    [InlineData(65534, true)]
    [InlineData(65535, false)]
    [InlineData(65536, false)]
    [CoversError("ValueTooLong")]
    public void A_value_that_its_length_field_cannot_hold_is_an_error(int length, bool fits)
    {
        var value = Enumerable.Repeat((byte)'x', length).ToArray();
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Text("PatientComments", "none"));

        void Edit(EditList edits) => edits.Replace(1, value, (byte)' ');

        if (fits)
        {
            Assert.Equal(
                FileBuilder.Build(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Bytes("PatientComments", value)),
                file.Rewrite(Edit));
            return;
        }
        var error = Assert.Throws<DamsException>(() => file.Rewrite(Edit));
        Assert.Equal("ValueTooLong", error.Id);
        Assert.Equal("(0010,4000): a value of 65536 bytes passes the 65534 that it may have.", error.Cause);
    }

    private static void Write(DatasetBuilder dataset, string patientId, string uid) => dataset
        .Text("Modality", "CT")
        .Sequence(
            "RequestAttributesSequence",
            item => item
                .Text("Modality", "CT")
                .UndefinedSequence("ReferencedStudySequence", inner => inner.Text("ReferencedSOPInstanceUID", uid).Text("Modality", "CT")),
            item => item.Text("PatientID", patientId))
        .Text("PatientID", patientId)
        .UndefinedSequence("ConceptNameCodeSequence", item => item.Text("CodeValue", "T-1").Text("PatientID", patientId))
        .Text("PatientComments", "none")
        .Bytes("PixelData", [1, 2, 3, 4], "OW");

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}

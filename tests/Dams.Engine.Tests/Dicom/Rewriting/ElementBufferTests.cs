using System;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom.Rewriting;

public sealed class ElementBufferTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Elements_are_encoded_as_the_form_asks(string name)
    {
        var syntax = Syntaxes.Find(name);
        var buffer = new ElementBuffer();

        buffer.Write(FormOf(syntax), KnownTag.PatientName, Vr.PN, "SUBJ-1");
        buffer.Write(FormOf(syntax), KnownTag.SOPInstanceUID, Vr.UI, "1.2.3");
        buffer.Write(FormOf(syntax), DatasetBuilder.TagOf("TextValue"), Vr.UT, "odd");
        buffer.Write(FormOf(syntax), KnownTag.PixelData, Vr.OW, [1, 2, 3]);

        Assert.Equal(
            FileBuilder.Dataset(syntax, dataset => dataset
                .Text("PatientName", "SUBJ-1").Text("SOPInstanceUID", "1.2.3").Text("TextValue", "odd").Bytes("PixelData", [1, 2, 3], "OW")),
            buffer.Written.ToArray());
    }

    [Fact]
    public void Every_value_representation_has_the_length_field_of_the_standard()
    {
        // PS3.5 section 7.1.2: these have two reserved bytes and a length of 32 bits.
        string[] withLongLength = ["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"];
        string[] withShortLength =
        [
            "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FL", "FD", "IS", "LO", "LT", "PN", "SH", "SL", "SS", "ST", "TM", "UI", "UL", "US",
        ];

        Assert.Equal(34, withLongLength.Length + withShortLength.Length);
        Assert.All(withLongLength, vr => Assert.Equal(12, Encode(vr).Length));
        Assert.All(withShortLength, vr => Assert.Equal(8, Encode(vr).Length));

        static byte[] Encode(string vr)
        {
            var buffer = new ElementBuffer();
            buffer.Write(ElementForm.None, new Tag(0x00091001), Vr.Parse(vr), ReadOnlySpan<byte>.Empty);
            return buffer.Written.ToArray();
        }
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void Sequences_have_the_lengths_of_what_was_written_into_them(string name)
    {
        var syntax = Syntaxes.Find(name);
        var form = FormOf(syntax);
        var buffer = new ElementBuffer();

        buffer.BeginSequence(form, KnownTag.ContentSequence);
        buffer.BeginItem(form);
        buffer.Write(form, KnownTag.CodeValue, Vr.SH, "T-1");
        buffer.BeginSequence(form, KnownTag.ContentSequence);
        buffer.BeginItem(form);
        buffer.Write(form, KnownTag.CodeValue, Vr.SH, new string('x', 5000));
        buffer.End(form);
        buffer.End(form);
        buffer.End(form);
        buffer.BeginItem(form);
        buffer.End(form);
        buffer.End(form);
        buffer.BeginSequence(form, KnownTag.DeidentificationMethodCodeSequence);
        buffer.End(form);

        Assert.Equal(
            FileBuilder.Dataset(syntax, dataset => dataset
                .Sequence(
                    "ContentSequence",
                    item => item.Text("CodeValue", "T-1").Sequence("ContentSequence", inner => inner.Text("CodeValue", new string('x', 5000))),
                    _ => { })
                .Sequence("DeidentificationMethodCodeSequence")),
            buffer.Written.ToArray());
    }

    [Fact]
    public void An_implicit_element_may_be_longer_than_a_short_length()
    {
        var value = Enumerable.Repeat((byte)'x', 100_001).ToArray();
        var buffer = new ElementBuffer();

        buffer.Write(ElementForm.ImplicitVr, KnownTag.PatientName, Vr.PN, value);

        Assert.Equal(
            FileBuilder.Dataset(Syntax.ImplicitLittle, dataset => dataset.Bytes("PatientName", value)),
            buffer.Written.ToArray());
    }

    [Fact]
    [CoversError("ValueTooLong")]
    public void An_explicit_element_may_not()
    {
        var buffer = new ElementBuffer();

        var error = Assert.Throws<DamsException>(() =>
            buffer.Write(ElementForm.None, KnownTag.PatientName, Vr.PN, new string('x', 65_535)));

        Assert.Equal("ValueTooLong", error.Id);
        Assert.Contains("(0010,0010)", error.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cleared_buffer_starts_anew()
    {
        var buffer = new ElementBuffer();
        buffer.Append([1, 2, 3]);
        buffer.Clear();
        buffer.Append([4]);

        Assert.Equal([4], buffer.Written.ToArray());
        Assert.Equal(1, buffer.Length);
    }

    private static ElementForm FormOf(Syntax syntax) =>
        (syntax.IsExplicit ? ElementForm.None : ElementForm.ImplicitVr) | (syntax.IsBigEndian ? ElementForm.BigEndian : ElementForm.None);
}

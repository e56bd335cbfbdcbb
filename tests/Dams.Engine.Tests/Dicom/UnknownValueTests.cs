using System;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

/// <summary>UN: values whose representation the writer did not know (PS3.5 section 6.2.2).</summary>
public sealed class UnknownValueTests
{
    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void An_unknown_value_of_undefined_length_holds_implicit_little_endian_items(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => dataset
            .Text("0009,0010", "NOBODY 1.0")
            .Sequence("0009,1001", "UN", isUndefined: true, WriteCode, WriteCode)
            .Text("PatientID", "MRN-4711"));

        Assert.Equal(
            [
                "(0009,0010) LO NOBODY 1.0",
                "(0009,1001) UN",
                "  CodeValue SH T-1",
                "  MappingResourceIdentificationSequence SQ",
                "    MappingResourceUID UI 1.2.3",
                "  CodeValue SH T-1",
                "  MappingResourceIdentificationSequence SQ",
                "    MappingResourceUID UI 1.2.3",
                "PatientID LO MRN-4711",
            ],
            file.Outline);
        Assert.True(file.Dataset[file.IndexOf("0009,1001/0/CodeValue")].IsImplicit);
        Assert.False(file.Dataset[file.IndexOf("0009,1001/0/CodeValue")].IsBigEndian);
    }

    [Theory]
    [MemberData(nameof(Syntaxes.Native), MemberType = typeof(Syntaxes))]
    public void An_unknown_value_of_known_length_that_holds_items_is_a_sequence_too(string name)
    {
        using var file = new OpenedFile(Syntaxes.Find(name), dataset => dataset
            .Sequence("0009,1001", "UN", isUndefined: false, WriteCode)
            .Text("PatientID", "MRN-4711"));

        Assert.Equal(
            [
                "(0009,1001) UN",
                "  CodeValue SH T-1",
                "  MappingResourceIdentificationSequence SQ",
                "    MappingResourceUID UI 1.2.3",
                "PatientID LO MRN-4711",
            ],
            file.Outline);
    }

    [Fact]
    public void Explicit_items_in_an_unknown_value_are_read()
    {
        var item = FileBuilder.Dataset(Syntax.ExplicitLittle, content => content.Text("CodeValue", "T-1").Text("CodeMeaning", "Liver"));
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Header("0009,1001", "UN", (uint)item.Length + 8)
            .ItemHeader(0xE000, (uint)item.Length).Raw(item)
            .Text("PatientID", "MRN-4711"));

        Assert.Equal(["(0009,1001) UN", "  CodeValue SH T-1", "  CodeMeaning LO Liver", "PatientID LO MRN-4711"], file.Outline);
    }

    [Theory]
    [InlineData("FEFF00E0FF000000")] // an item longer than the value
    [InlineData("FEFF00E00400000001020304")] // an item too short for an element
    [InlineData("FEFF00E0080000000800600002000000")] // an element longer than its item
    [InlineData("FEFF00E000000000FEFF0DE000000000")] // a delimiter where an item belongs
    [InlineData("FEFF00E0FFFFFFFF0800600002000000435400000000")] // no delimiter
    [InlineData("FEFF00E0000000000102")] // bytes behind the items
    [InlineData("FEFF00")] // not even a tag
    [InlineData("0102030405060708")]
    public void An_unknown_value_that_only_starts_like_items_is_a_value(string value)
    {
        var bytes = Convert.FromHexString(value);
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Text("Modality", "CT")
            .Unpadded("0009,1001", bytes, "UN")
            .Text("PatientID", "MRN-4711"));

        Assert.Equal(3, file.Dataset.Count);
        Assert.False(file.Dataset[1].IsSequence);
        Assert.Equal(bytes.Length, file.Dataset[1].ValueLength);
        Assert.Equal("MRN-4711", file.Text("PatientID"));
    }

    [Fact]
    public void What_fails_inside_an_unknown_value_leaves_what_is_around_it_as_it_was()
    {
        var broken = Convert.FromHexString("FEFF00E0080000000800600002000000");
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Sequence(
                "ConceptNameCodeSequence",
                item => item
                    .Text("CodeValue", "T-1")
                    .Unpadded("0009,1001", broken, "UN")
                    .Sequence("0009,1002", "UN", isUndefined: false, content => content.Unpadded("0009,1003", broken, "UN"))
                    .Text("0009,1004", "last", "LO"),
                item => item.Text("CodeValue", "T-2"))
            .Text("PatientComments", "none"));

        Assert.Equal("ConceptNameCodeSequence SQ", file.Outline[0]);
        Assert.Equal("  CodeValue SH T-1", file.Outline[1]);
        Assert.StartsWith("  (0009,1001) UN \u00FE\u00FF", file.Outline[2], StringComparison.Ordinal);
        Assert.Equal("  (0009,1002) UN", file.Outline[3]);
        Assert.StartsWith("    (0009,1003) UN \u00FE\u00FF", file.Outline[4], StringComparison.Ordinal);
        Assert.Equal(["  (0009,1004) LO last", "  CodeValue SH T-2", "PatientComments LT none"], file.Outline.Skip(5));
    }

    [Fact]
    public void Unknown_values_inside_unknown_values_are_read()
    {
        using var file = new OpenedFile(Syntax.ExplicitLittle, dataset => dataset
            .Raw(Nest(20))
            .Text("PatientComments", "none"));

        Assert.Equal("PatientComments LT none", file.Outline[^1]);
        Assert.Contains(file.Outline, line => line.EndsWith("PatientID LO MRN-4711", StringComparison.Ordinal));
    }

    private static void WriteCode(DatasetBuilder item) => item
        .Text("CodeValue", "T-1")
        .Sequence("MappingResourceIdentificationSequence", map => map.Text("MappingResourceUID", "1.2.3"));

    private static byte[] Nest(int depth)
    {
        Action<DatasetBuilder> write = item => item.Text("PatientID", "MRN-4711");
        for (var level = 1; level < depth; level++)
        {
            var inner = write;
            write = item => item.Sequence("0009,1001", "UN", isUndefined: false, inner);
        }
        return FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => dataset.Sequence("0009,1001", "UN", isUndefined: false, write));
    }
}

using System;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Unknown values that begin as sequences do and that Dams does not read as such; others may.</summary>
public sealed class UnreadItemsTests
{
    private const string Private = "0009,1001", Public = "AnatomicRegionSequence";

    public static TheoryData<string, string> Kinds { get; } = new()
    {
        { Private, "length" }, { Private, "delimiter" }, { Private, "deep" }, { Public, "length" }, { Public, "delimiter" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    [CoversError("UnreadableItems")]
    public void A_name_in_a_broken_unknown_sequence_does_not_leave_with_Encode(string attribute, string kind)
    {
        var source = Source(attribute, Value(kind, item => item.Text("PatientName", "Muster^Erika")));

        var error = Assert.Throws<DamsException>(() => Deidentified.Bytes(source, Deidentified.Encode));

        Assert.Equal(("UnreadableItems", ErrorScope.File), (error.Id, error.Scope));
        Assert.StartsWith("byte ", error.Where, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_broken_unknown_sequence_without_a_name_stays_as_it_is_with_Encode(string attribute, string kind)
    {
        var value = Value(kind, item => item.Text("CodeMeaning", "Leber"));

        var output = Deidentified.Bytes(Source(attribute, value), Deidentified.Encode);

        Assert.NotEqual(-1, output.AsSpan().IndexOf(value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_rule_that_keeps_a_broken_unknown_sequence_does_not_keep_the_name_in_it(string attribute, string kind)
    {
        var source = Source(attribute, Value(kind, item => item.Text("PatientName", "Muster^Erika")));

        var output = Deidentified.Bytes(source, Deidentified.Profile(ProfileBuilder.Basic, keep: [attribute]));

        Assert.Equal(-1, output.AsSpan().IndexOf("Muster"u8));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Neither_does_one_in_big_endian_items_of_an_unknown_value(bool isExplicit)
    {
        var syntax = Syntax.ExplicitBig with { IsExplicit = isExplicit };
        var content = FileBuilder.Dataset(syntax, item => item.Text("PatientName", "Muster^Erika"));
        var value = FileBuilder.Dataset(syntax, dataset => dataset.ItemHeader(0xE000, (uint)content.Length).Raw(content));
        var source = new InstanceBuilder(syntax: syntax).Add(Private, dataset => dataset.Unpadded(Private, value, "UN")).Build();

        Assert.Equal("UnreadableItems", Assert.Throws<DamsException>(() => Deidentified.Bytes(source, Deidentified.Encode)).Id);
        Assert.Equal(-1, Deidentified.Bytes(source, Deidentified.Profile(ProfileBuilder.Basic, keep: [Private])).AsSpan().IndexOf("Muster"u8));
    }

    [Fact]
    public void The_name_is_found_wherever_in_a_large_value_it_stands()
    {
        // Around the ends of the window that a file is read through.
        foreach (var length in Enumerable.Range(0, 12).Select(i => (256 * 1024) + (2 * i) - 12))
        {
            byte[] value = [.. Item(uint.MaxValue - 1, []), .. new byte[length], .. FileBuilder.Dataset(Syntax.ImplicitLittle, item => item.Text("PatientName", "Muster^Erika"))];

            Assert.Equal("UnreadableItems", Assert.Throws<DamsException>(() => Deidentified.Bytes(Source(Private, value), Deidentified.Encode)).Id);
        }
    }

    [Fact]
    public void Fragments_of_pixel_data_that_are_called_unknown_stay()
    {
        byte[] value = [.. Item(0, []), .. Item(4, [1, 2, 3, 4])];
        var source = new InstanceBuilder().Add("PixelData", dataset => dataset.Unpadded("PixelData", value, "UN")).Build();

        Assert.NotEqual(-1, Deidentified.Bytes(source).AsSpan().IndexOf(value));
    }

    private static byte[] Source(string attribute, byte[] value) =>
        new InstanceBuilder().Add(attribute, dataset => dataset.Unpadded(attribute, value, "UN")).Build();

    private static byte[] Value(string kind, Action<DatasetBuilder> write)
    {
        var content = FileBuilder.Dataset(Syntax.ImplicitLittle, write);
        return kind switch
        {
            "length" => Item((uint)content.Length + 2, content),
            "delimiter" => Item(uint.MaxValue, content),
            _ => Nest(40, content),
        };
    }

    private static byte[] Item(uint length, byte[] content) =>
        FileBuilder.Dataset(Syntax.ImplicitLittle, dataset => dataset.ItemHeader(0xE000, length).Raw(content));

    private static byte[] Nest(int depth, byte[] content)
    {
        for (var i = 0; i < depth; i++)
        {
            var inner = Item((uint)content.Length, content);
            content = FileBuilder.Dataset(Syntax.ImplicitLittle, dataset => dataset.Unpadded("0009,1001", inner, "UN"));
        }
        return Item((uint)content.Length, content);
    }
}

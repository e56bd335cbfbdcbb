using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>CleanPixelData (PS3.15 section E.3.1).</summary>
public sealed class PixelCleaningTests
{
    private static readonly Syntax Rle = new("1.2.840.10008.1.2.5", true, false, false);

    private static readonly Profile Band = ProfileOf.Recipe("""
        { "options": ["CleanPixelData"], "pixels": [{ "modality": "US", "manufacturer": "Imag*", "rows": 4, "columns": 6, "rectangles": [[1, 0, 3, 2]], "restIsClean": true }] }
        """);

    public static TheoryData<string, ushort, ushort, ushort> Forms => new()
    {
        { "MONOCHROME2", 8, 1, 0 }, { "MONOCHROME2", 16, 1, 0 }, { "MONOCHROME1", 16, 1, 0 }, { "RGB", 8, 3, 0 }, { "RGB", 8, 3, 1 }, { "YBR_FULL", 8, 3, 0 }, { "PALETTE COLOR", 8, 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_rectangle_is_blacked_out_in_every_frame_and_nothing_else(string photometric, ushort bits, ushort samples, ushort planar)
    {
        foreach (var syntax in new[] { Syntax.ExplicitLittle, Syntax.ExplicitBig, Syntax.ImplicitLittle })
        {
            var pixels = Noise(4 * 6 * 2 * samples * bits / 8);
            var source = Image(photometric, bits, samples, planar, syntax)
                .Add("PixelData", dataset => dataset.Bytes("PixelData", pixels, bits == 16 ? "OW" : "OB")).Build();

            var output = Deidentified.Reading(source, Band);

            Assert.Equal(Expected(pixels, photometric, bits, samples, planar, syntax.IsBigEndian), output.Find("PixelData")!.Value);
            Assert.Equal("NO", output.Find("BurnedInAnnotation")?.Text);
        }
    }

    [Fact]
    public void A_rectangle_is_black_in_the_big_endian_pixels_that_GE_writes_behind_little_endian_headers()
    {
        var pixels = Noise(4 * 6 * 2 * 2);
        var source = Image("MONOCHROME1", 16, 1, 0, new Syntax("1.2.840.113619.5.2", false, false, false))
            .Add("BitsStored", dataset => dataset.Numbers("BitsStored", 12))
            .Add("PixelData", dataset => dataset.Bytes("PixelData", pixels, "OW")).Build();

        var output = Deidentified.Reading(source, Band).Find("PixelData")!.Value;

        Assert.Equal([0x0F, 0xFF], output[2..4]);
    }

    [Theory]
    [InlineData("MONOCHROME2", 16, 1)]
    [InlineData("RGB", 8, 3)]
    public void A_rectangle_is_blacked_out_in_RLE(string photometric, ushort bits, ushort samples)
    {
        var frames = new[] { Noise(24 * samples * bits / 8), Noise(24 * samples * bits / 8) };
        var source = Image(photometric, bits, samples, 0, Rle)
            .Add("PixelData", dataset => dataset.Fragments([.. frames.Select(frame => RleEncode(frame, bits * samples / 8))])).Build();

        var output = Deidentified.Reading(source, Band);

        var decoded = FragmentReading.Split(output.Find("PixelData")!.Value).Skip(1).SelectMany(fragment => RleDecode(fragment, 24, bits * samples / 8)).ToArray();
        var expected = Expected([.. frames.SelectMany(frame => frame)], photometric, bits, samples, 0, isBigEndian: false);
        Assert.Equal(expected, decoded);
        Assert.Equal(Rle.Uid, FileReading.Find(output.Meta, "TransferSyntaxUID")?.Text);
    }

    [Theory]
    [InlineData("1.2.840.10008.1.2.4.50")]
    [InlineData("1.2.840.10008.1.2.4.90")]
    [InlineData("1.2.840.10008.1.2.4.80")]
    [InlineData("1.2.840.10008.1.2.4.102")]
    public void Compressed_pixel_data_that_a_rule_would_touch_are_refused(string syntax)
    {
        var source = Image("MONOCHROME2", 8, 1, 0, new Syntax(syntax, true, false, false))
            .Add("PixelData", dataset => dataset.Fragments([1, 2, 3, 4])).Build();

        var error = Assert.Throws<DamsException>(() => Deidentified.Bytes(source, Band));

        Assert.Equal(("UncleanablePixels", ErrorScope.File), (error.Id, error.Scope));
        Assert.Contains("compressed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_pixel_data_that_no_rule_touches_pass()
    {
        var source = Image("MONOCHROME2", 8, 1, 0, Syntax.JpegBaseline).Text("Modality", "MR")
            .Add("PixelData", dataset => dataset.Fragments([1, 2, 3, 4])).Build();

        Assert.Equal(FileReading.Parse(source).Find("PixelData")!.Value, Deidentified.Reading(source, Band).Find("PixelData")!.Value);
    }

    [Theory]
    [InlineData("Modality", "CT")]
    [InlineData("Manufacturer", "Another")]
    public void A_rule_of_which_a_condition_does_not_hold_touches_nothing(string attribute, string value)
    {
        var pixels = Noise(48);
        var source = Image("MONOCHROME2", 8, 1, 0, Syntax.ExplicitLittle).Text("BurnedInAnnotation", "NO").Text(attribute, value)
            .Add("PixelData", dataset => dataset.Bytes("PixelData", pixels, "OB")).Build();

        Assert.Equal(pixels, Deidentified.Reading(source, Band).Find("PixelData")!.Value);
    }

    [Fact]
    public void An_image_that_claims_to_have_no_text_is_not_asked_where_a_recipe_knows_better()
    {
        var source = Image("MONOCHROME2", 8, 1, 0, Syntax.ExplicitLittle).Text("BurnedInAnnotation", "NO")
            .Add("PixelData", dataset => dataset.Bytes("PixelData", Noise(48), "OB")).Build();

        Assert.Equal(0, Deidentified.Reading(source, Band).Find("PixelData")!.Value[1]);
    }

    [Theory]
    [InlineData("SC", "", "Suspected")]
    [InlineData("OT", "", "Suspected")]
    [InlineData("XA", "", "Suspected")]
    [InlineData("ES", "", "Suspected")]
    [InlineData("CT", "", "None")]
    [InlineData("CT", "YES", "Suspected")]
    [InlineData("CT", "NO", "None")]
    [InlineData("XA", "NO", "Suspected")]
    [InlineData("US", "", "Suspected")]
    public void Images_likely_to_have_burned_in_text_without_a_rule_are_reported(string modality, string burnedIn, string expected)
    {
        using var folder = new TemporaryFolder();
        var builder = Image("MONOCHROME2", 8, 1, 0, Syntax.ExplicitLittle).Text("Modality", modality)
            .Add("PixelData", dataset => dataset.Bytes("PixelData", Noise(48), "OB"));
        if (burnedIn.Length > 0)
            builder.Text("BurnedInAnnotation", burnedIn);
        using var file = DicomFile.Open(folder.Write("image", builder.Build()));
        var deidentifier = new InstanceDeidentifier(ProfileOf.Basic(ProfileOption.CleanPixelData), TestKey.Key);

        var deidentified = deidentifier.Deidentify(file, InstanceFacts.Read(file), Deidentified.Identity);

        Assert.Equal(expected, $"{deidentified.BurnedInText}");
    }

    private static InstanceBuilder Image(string photometric, ushort bits, ushort samples, ushort planar, Syntax syntax) =>
        new InstanceBuilder("1.2.840.10008.5.1.4.1.1.3.1", syntax)
            .Text("Modality", "US").Text("Manufacturer", "Imaginary Imaging").Text("PhotometricInterpretation", photometric).Text("NumberOfFrames", "2")
            .Add("SamplesPerPixel", dataset => dataset.Numbers("SamplesPerPixel", samples))
            .Add("PlanarConfiguration", dataset => dataset.Numbers("PlanarConfiguration", planar))
            .Add("Rows", dataset => dataset.Numbers("Rows", 4)).Add("Columns", dataset => dataset.Numbers("Columns", 6))
            .Add("BitsAllocated", dataset => dataset.Numbers("BitsAllocated", bits)).Add("BitsStored", dataset => dataset.Numbers("BitsStored", bits));

    /// <summary>Two frames of 4 rows and 6 columns, black from column 1 to 3 in rows 0 and 1.</summary>
    private static byte[] Expected(byte[] pixels, string photometric, int bits, int samples, int planar, bool isBigEndian)
    {
        var (expected, size) = ((byte[])pixels.Clone(), bits / 8);
        for (var frame = 0; frame < 2; frame++)
        {
            for (var row = 0; row < 2; row++)
            {
                for (var column = 1; column < 4; column++)
                {
                    for (var sample = 0; sample < samples; sample++)
                    {
                        var place = planar == 1 ? ((frame * samples + sample) * 4 + row) * 6 + column : ((frame * 4 + row) * 6 + column) * samples + sample;
                        var black = photometric == "MONOCHROME1" ? 0xFFFF : photometric == "YBR_FULL" && sample > 0 ? 0x80 : 0;
                        for (var i = 0; i < size; i++)
                            expected[place * size + i] = (byte)(black >> (8 * (isBigEndian ? size - 1 - i : i)));
                    }
                }
            }
        }
        return expected;
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return Array.ConvertAll(bytes, value => (byte)(value | 2));
    }

    /// <summary>PS3.5 annex G with literal runs alone; the segments are the bytes of each sample, the highest first.</summary>
    private static byte[] RleEncode(byte[] frame, int segments)
    {
        var (header, body) = (new List<int> { segments }, new List<byte>());
        var size = segments == 2 ? 2 : 1;
        for (var segment = 0; segment < segments; segment++)
        {
            header.Add(64 + body.Count);
            var place = size == 2 ? 1 - segment : segment;
            for (var i = 0; i < 24; i++)
                body.AddRange([0, frame[i * segments + place]]);
        }
        return [.. header.Concat(Enumerable.Repeat(0, 16 - header.Count)).SelectMany(BitConverter.GetBytes), .. body];
    }

    private static byte[] RleDecode(byte[] fragment, int pixels, int segments)
    {
        var frame = new byte[pixels * segments];
        for (var segment = 0; segment < segments; segment++)
        {
            var place = segments == 2 ? 1 - segment : segment;
            var position = BitConverter.ToInt32(fragment, 4 + 4 * segment);
            for (var i = 0; i < pixels;)
            {
                var control = (sbyte)fragment[position++];
                for (var run = 0; run <= Math.Abs(control); run++)
                    frame[i++ * segments + place] = control < 0 ? fragment[position] : fragment[position + run];
                position += control < 0 ? 1 : control + 1;
            }
        }
        return frame;
    }
}

using System;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What native pixel data hold besides the image goes, and the image stays bit for bit.</summary>
public sealed class HiddenInNativePixelsTests : HiddenContentTestBase
{
    private static readonly Syntax GE = new("1.2.840.113619.5.2", false, false, false);

    [Theory]
    [InlineData(8, 1, 1, 16)]
    [InlineData(16, 1, 3, 96)]
    [InlineData(8, 3, 2, 96)]
    [InlineData(1, 1, 3, 6)]
    [InlineData(32, 1, 1, 64)]
    public void Text_behind_the_last_row_goes(ushort bits, ushort samples, int frames, int length)
    {
        foreach (var syntax in new[] { Syntax.ExplicitLittle, Syntax.ImplicitLittle, Syntax.ExplicitBig, Syntax.Deflated })
        {
            var image = Noise(length);
            var source = Image(syntax, bits, samples, frames).Add("PixelData", Native([.. image, .. Encoding.ASCII.GetBytes(Secret)])).Build();

            Assert.Equal(image, Deidentified.Reading(source).Find("PixelData")!.Value);
        }
    }

    [Fact]
    public void Colours_that_are_declared_as_shared_by_two_pixels_but_are_not_stay_whole()
    {
        var image = Noise(48);
        var source = Image(Syntax.ExplicitLittle, 8, 3, 1).Text("PhotometricInterpretation", "YBR_FULL_422").Add("PixelData", Native(image)).Build();

        Assert.Equal(image, Deidentified.Reading(source).Find("PixelData")!.Value);
    }

    [Fact]
    public void Text_behind_floating_point_pixels_goes()
    {
        var image = Noise(64);
        var source = Image(Syntax.ExplicitLittle, 32, 1, 1)
            .Add("FloatPixelData", dataset => dataset.Bytes("FloatPixelData", [.. image, .. Encoding.ASCII.GetBytes(Secret)], "OF")).Build();

        Assert.Equal(image, Deidentified.Reading(source).Find("FloatPixelData")!.Value);
    }

    [Fact]
    public void The_retired_length_of_the_group_does_not_stay_wrong()
    {
        var source = Image(Syntax.ExplicitLittle, 8, 1, 1).Add("7FE00000", dataset => dataset.LongNumbers("7FE00000", 58))
            .Add("PixelData", Native([.. Noise(16), .. Encoding.ASCII.GetBytes(Secret)])).Build();

        Assert.Null(Deidentified.Reading(source).Find("7FE00000"));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(15)]
    public void The_bits_of_an_overlay_are_cleared_and_no_others_and_its_group_goes(int bit)
    {
        foreach (var syntax in new[] { Syntax.ExplicitLittle, Syntax.ImplicitLittle, Syntax.ExplicitBig, GE })
        {
            var image = Noise(64);
            var source = WithOverlay(Image(syntax, 16, 1, 2), 0x6002, bit).Add("PixelData", Native(image)).Build();
            var expected = (byte[])image.Clone();
            for (var i = 0; i < expected.Length; i += 2)
                expected[syntax.IsBigEndian || syntax == GE ? i : i + 1] &= (byte)~(1 << (bit - 8));

            foreach (var profile in new[] { Deidentified.Basic, ProfileOf.Basic(ProfileOption.CleanGraphics) })
            {
                var output = Deidentified.Reading(source, profile);

                Assert.Equal(expected, output.Find("PixelData")!.Value);
                Assert.DoesNotContain(output.Dataset, element => element.Tag >> 16 == 0x6002);
            }
        }
    }

    [Fact]
    public void An_overlay_whose_bits_belong_to_the_image_takes_nothing_from_it_and_is_told()
    {
        var image = Noise(32);
        var source = WithOverlay(Image(Syntax.ExplicitLittle, 16, 1, 1), 0x6000, 3).Add("PixelData", Native(image)).Build();

        Assert.Equal(image, Deidentified.Reading(source).Find("PixelData")!.Value);
        Assert.Equal(BurnedInText.Suspected, ToldOf(source));
    }

    private static Action<DatasetBuilder> Native(byte[] pixels) => dataset => dataset.Bytes("PixelData", pixels, "OW");
}

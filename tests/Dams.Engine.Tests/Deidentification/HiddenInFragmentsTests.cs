using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What encapsulated pixel data hold besides the image goes, and the coded image stays bit for bit (ISO 10918-1, 14495-1, 15444-1; PS3.5 annexes A.4 and G).</summary>
public sealed class HiddenInFragmentsTests : HiddenContentTestBase
{
    private static readonly Syntax JpegLS = new("1.2.840.10008.1.2.4.80", true, false, false);
    private static readonly Syntax Jpeg2000 = new("1.2.840.10008.1.2.4.90", true, false, false);
    private static readonly Syntax Rle = new("1.2.840.10008.1.2.5", true, false, false);
    private static readonly Syntax Mpeg4 = new("1.2.840.10008.1.2.4.102", true, false, false);

    [Fact]
    public void An_overlay_in_unused_bits_of_compressed_samples_is_told() =>
        Assert.Equal(BurnedInText.Suspected, ToldOf(
            WithOverlay(Image(Syntax.JpegBaseline, 16, 1, 1), 0x6000, 12).Add("PixelData", dataset => dataset.Fragments(Jpeg(""))).Build()));

    [Fact]
    public void An_image_with_nothing_hidden_is_not_told() =>
        Assert.Equal(BurnedInText.None, ToldOf(Image(Syntax.JpegBaseline, 8, 1, 1).Add("PixelData", dataset => dataset.Fragments(Jpeg(""))).Build()));

    [Fact]
    public void Comments_and_application_data_of_JPEG_are_blanked_at_their_length()
    {
        var (source, output) = Through(Syntax.JpegBaseline, 2, Jpeg(Secret), Jpeg(Secret));

        AssertHoldsNone(output);
        Assert.Equal(source.Length, output.Length);
        Assert.Equal(Concat(FragmentReading.Split(output).Skip(1)), Concat([JpegWithBlanks(Secret.Length), JpegWithBlanks(Secret.Length)]));
    }

    [Fact]
    public void What_decoding_needs_of_application_data_stays()
    {
        var jfif = (byte[])[.. "JFIF\0"u8, 1, 2, 0, 0, 72, 0, 72, 0, 0];
        var adobe = (byte[])[.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1];
        var spiff = (byte[])[.. "SPIFF\0"u8, .. Noise(24)];
        var frame = Frame(Segment(0xE0, [.. jfif, .. Bytes(Secret)]), Segment(0xE8, spiff), Segment(0xEE, [.. adobe, .. Bytes(Secret)]), Segment(0xE1, [.. "Exif\0\0"u8, .. Bytes(Secret)]));

        var (_, output) = Through(Syntax.JpegBaseline, 1, frame);

        AssertHoldsNone(output);
        var blank = new byte[Secret.Length];
        Assert.Equal(
            Even(Frame(Segment(0xE0, [.. jfif, .. blank]), Segment(0xE8, spiff), Segment(0xEE, [.. adobe, .. blank]), Segment(0xE1, new byte[6 + Secret.Length]))),
            FragmentReading.Split(output).ElementAt(1));
    }

    [Fact]
    public void A_comment_that_goes_on_in_the_next_fragment_goes_too()
    {
        var frame = Jpeg(Secret);
        var middle = (IndexOf(frame, Bytes(Secret)) + 10) & ~1;
        var (source, output) = Through(Syntax.JpegBaseline, 1, frame[..middle], frame[middle..]);

        AssertHoldsNone(output);
        Assert.Equal(source.Length, output.Length);
        Assert.Equal(JpegWithBlanks(Secret.Length), Concat(FragmentReading.Split(output).Skip(1)));
    }

    [Fact]
    public void Text_behind_the_end_of_a_frame_goes()
    {
        var (_, output) = Through(Syntax.JpegBaseline, 2, Even([.. Jpeg(""), .. Bytes(Secret)]), Jpeg(""));

        AssertHoldsNone(output);
        Assert.Equal(Jpeg(""), FragmentReading.Split(output).ElementAt(2));
    }

    [Fact]
    public void A_comment_in_JPEG_LS_goes_though_its_coded_data_look_like_markers()
    {
        byte[] frame = [0xFF, 0xD8, .. Segment(0xF7, Noise(11)), .. Segment(0xDA, Noise(8)), 0xFF, 0x7E, 0xFF, 0x59, 3, .. Segment(0xFE, Bytes(Secret)), 0xFF, 0xD9];

        AssertHoldsNone(Through(JpegLS, 1, Even(frame)).Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Comments_of_JPEG_2000_go_from_the_main_header_and_from_those_of_tiles(bool isLengthGiven)
    {
        var comment = Segment(0x64, [0, 1, .. Bytes(Secret)]);
        var coded = (byte[])[1, 2, 0xFF, 0x64, 0, 9, 0xFF, 0x8F, 7, 8];
        byte[] tile = [.. comment, 0xFF, 0x93, .. coded];
        byte[] start = [0xFF, 0x90, 0, 10, 0, 0, .. BigEndian(isLengthGiven ? 12 + tile.Length : 0), 0, 1];
        byte[] frame = [0xFF, 0x4F, .. Segment(0x51, Noise(39)), .. comment, .. Segment(0x52, Noise(10)), .. start, .. tile, 0xFF, 0xD9];

        var (source, output) = Through(Jpeg2000, 1, Even(frame));

        AssertHoldsNone(output);
        Assert.Equal(source.Length, output.Length);
        Assert.True(IndexOf(output, coded) > 0);
        Assert.Equal(2, Count(output, Bytes(new string(' ', Secret.Length))));
    }

    [Fact]
    public void Metadata_in_the_boxes_of_a_JP2_file_go()
    {
        byte[] codestream = [0xFF, 0x4F, .. Segment(0x51, Noise(39)), 0xFF, 0x90, 0, 10, 0, 0, 0, 0, 0, 0, 0, 1, 0xFF, 0x93, 1, 2, 3, 4, 0xFF, 0xD9];
        byte[] frame = [.. Box("jP  ", [0x0D, 0x0A, 0x87, 0x0A]), .. Box("xml ", Bytes($"<p>{Secret}</p>")), .. Box("uuid", [.. Noise(16), .. Bytes(Secret)]), .. Box("jp2c", codestream)];

        var (_, output) = Through(Jpeg2000, 1, Even(frame));

        AssertHoldsNone(output);
        Assert.True(IndexOf(output, codestream) > 0);
    }

    [Fact]
    public void Text_behind_the_runs_of_an_RLE_segment_goes()
    {
        byte[] runs = [15, .. Noise(16)];
        byte[] frame = [1, 0, 0, 0, 64, 0, 0, 0, .. new byte[56], .. runs, 0, .. Bytes(Secret)];

        var (_, output) = Through(Rle, 1, Even(frame));

        AssertHoldsNone(output);
        Assert.True(IndexOf(output, runs) > 0);
    }

    [Fact]
    public void Text_in_place_of_the_offsets_of_further_RLE_segments_goes()
    {
        byte[] runs = [15, .. Noise(16)];
        byte[] frame = [1, 0, 0, 0, 64, 0, 0, 0, .. Bytes(Secret), .. new byte[56 - Secret.Length], .. runs];

        var (_, output) = Through(Rle, 1, Even(frame));

        AssertHoldsNone(output);
        Assert.True(IndexOf(output, [1, 0, 0, 0, 64, 0, 0, 0, .. new byte[56], .. runs]) > 0);
    }

    [Theory]
    [InlineData("Wolpertinkel", true)]
    [InlineData("\0\0\0\0", false)]
    public void An_offset_table_that_holds_no_offsets_is_blanked(string table, bool isBlanked)
    {
        var source = Image(Syntax.JpegBaseline, 8, 1, 1).Add("PixelData", dataset => dataset.Header("PixelData", "OB", 0xFFFFFFFF)
            .ItemHeader(0xE000, (uint)table.Length).Raw(Bytes(table)).ItemHeader(0xE000, (uint)Jpeg("").Length).Raw(Jpeg("")).ItemHeader(0xE0DD, 0)).Build();

        var items = FragmentReading.Split(Deidentified.Reading(source).Find("PixelData")!.Value).ToList();

        Assert.Equal(isBlanked ? new byte[table.Length] : Bytes(table), items[0]);
        Assert.Equal(Jpeg(""), items[1]);
    }

    [Fact]
    public void Fragments_beyond_the_frames_go_and_the_offset_table_names_none_of_them()
    {
        var frame = Jpeg("");
        var source = Image(Syntax.JpegBaseline, 8, 1, 2).Add("PixelData", dataset => dataset.Header("PixelData", "OB", 0xFFFFFFFF)
            .ItemHeader(0xE000, 12).Raw(BitConverter.GetBytes(0)).Raw(BitConverter.GetBytes(8 + frame.Length)).Raw(BitConverter.GetBytes(2 * (8 + frame.Length)))
            .ItemHeader(0xE000, (uint)frame.Length).Raw(frame).ItemHeader(0xE000, (uint)frame.Length).Raw(frame)
            .ItemHeader(0xE000, (uint)frame.Length).Raw(frame).ItemHeader(0xE0DD, 0)).Build();

        var items = FragmentReading.Split(Deidentified.Reading(source).Find("PixelData")!.Value).ToList();

        Assert.Equal([.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(8 + frame.Length)], items[0]);
        Assert.Equal([frame, frame], items.Skip(1).Where(item => item.Length > 0));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 1, 0xB2, 65, 66, 67 })]
    [InlineData(new byte[] { 0, 0, 1, 0x06, 5, 20, 66, 67 })]
    [InlineData(new byte[] { 0, 0, 1, 0x4E, 1, 5, 20, 66 })]
    public void User_data_of_video_are_told(byte[] userData)
    {
        var image = Image(Mpeg4, 8, 1, 1);
        Assert.Equal(BurnedInText.Suspected, ToldOf(image.Add("PixelData", dataset => dataset.Fragments([0, 0, 1, 0x67, 1, 2, 3, 4, .. userData])).Build()));
        Assert.Equal(BurnedInText.None, ToldOf(image.Add("PixelData", dataset => dataset.Fragments([0, 0, 1, 0x67, 1, 2, 3, 4])).Build()));
    }

    [Theory]
    [InlineData("1.2.840.10008.1.2.4.50", new byte[] { 1, 2, 3, 4 })]
    [InlineData("1.2.840.10008.1.2.4.50", new byte[] { 0xFF, 0xD8, 0xFF, 0xFE, 0xFF, 0xFF })]
    [InlineData("1.2.840.10008.1.2.4.90", new byte[] { 0xFF, 0x4F, 0xFF, 0x51, 0, 0 })]
    [InlineData("1.2.840.10008.1.2.5", new byte[] { 1, 0, 0, 0 })]
    public void A_codestream_that_cannot_be_read_stays_and_is_told(string syntax, byte[] frame)
    {
        var source = Image(new Syntax(syntax, true, false, false), 8, 1, 1).Add("PixelData", dataset => dataset.Fragments(frame)).Build();

        Assert.Equal(frame, FragmentReading.Split(Deidentified.Reading(source).Find("PixelData")!.Value).ElementAt(1));
        Assert.Equal(BurnedInText.Suspected, ToldOf(source));
    }

    [Fact]
    public void Encode_leaves_pixel_data_as_they_are()
    {
        var source = Image(Syntax.JpegBaseline, 8, 1, 1).Add("PixelData", dataset => dataset.Fragments(Jpeg(Secret))).Build();

        Assert.Equal(FileReading.Parse(source).Find("PixelData")!.Value, Deidentified.Reading(source, Deidentified.Encode).Find("PixelData")!.Value);
    }

    private static (byte[] Source, byte[] Output) Through(Syntax syntax, int frames, params byte[][] fragments)
    {
        var source = Image(syntax, 8, 1, frames).Add("PixelData", dataset => dataset.Fragments([.. fragments.Select(Even)])).Build();
        return (FileReading.Parse(source).Find("PixelData")!.Value, Deidentified.Reading(source).Find("PixelData")!.Value);
    }

    private static void AssertHoldsNone(byte[] output)
    {
        foreach (var word in new[] { "scan of", "Wolpertinkel", "MRN-4711" })
            Assert.Equal(-1, IndexOf(output, Bytes(word)));
    }

    /// <summary>A frame with a comment before its scan and one between its scans; coded data with stuffed bytes and restart markers.</summary>
    private static byte[] Jpeg(string comment)
    {
        var segment = comment.Length == 0 ? [] : Segment(0xFE, Bytes(comment));
        return Frame(Segment(0xDB, Noise(65)), segment, Segment(0xC0, Noise(9)), Segment(0xDA, Noise(6)), [1, 0xFF, 0, 0xFE, 0xFF, 0xD0, 2, 3], segment, Segment(0xDA, Noise(6)), [4, 5, 6]);
    }

    private static byte[] JpegWithBlanks(int length) => Jpeg(new string(' ', length));

    private static byte[] Frame(params byte[][] parts) => Even([0xFF, 0xD8, .. Concat(parts), 0xFF, 0xD9]);

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Box(string type, byte[] content) => [.. BigEndian(8 + content.Length), .. Bytes(type), .. content];

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static byte[] Even(byte[] bytes) => bytes.Length % 2 == 0 ? bytes : [.. bytes, 0];

    private static byte[] Concat(IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part)];

    private static int IndexOf(byte[] bytes, byte[] sought) => bytes.AsSpan().IndexOf(sought);

    private static int Count(byte[] bytes, byte[] sought) => Enumerable.Range(0, bytes.Length - sought.Length).Count(i => bytes.AsSpan(i, sought.Length).SequenceEqual(sought));
}

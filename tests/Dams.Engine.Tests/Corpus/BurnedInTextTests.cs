using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Dams.Tests.Support.Reading;
using Xunit;
using Images = Dams.Tests.Deidentification.BurnedInTextTests;

namespace Dams.Tests.Corpus;

/// <summary>Text that is burned into real pictures, under the attributes of the kinds that have it, and pictures without any.</summary>
public sealed class BurnedInTextTests
{
    private const string Storage = "1.2.840.10008.5.1.4.1.1.";

    private static readonly string[] Native = ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"];

    // Modality, class and image type of images that have text.
    private static readonly (string Modality, string Class, string Type)[] Written =
    [
        ("US", "6.1", "ORIGINAL\\PRIMARY"), ("US", "3.1", "DERIVED\\PRIMARY\\SMALL PARTS"), ("OT", "7", "ORIGINAL\\PRIMARY"), ("CT", "7", ""), ("NM", "7", "DERIVED\\SECONDARY"),
        ("XA", "12.1", "ORIGINAL\\PRIMARY\\BIPLANE A"), ("RF", "12.2", "ORIGINAL\\PRIMARY"), ("ES", "77.1.1", "ORIGINAL\\PRIMARY"), ("ES", "77.1.1.1", "DERIVED\\SECONDARY"),
        ("DX", "1.1", "DERIVED\\PRIMARY"), ("MG", "1.2", "DERIVED\\PRIMARY"), ("CR", "1", "DERIVED\\PRIMARY\\POST_PROCESSED"), ("CT", "2", "DERIVED\\SECONDARY\\VRT"),
        ("CT", "2", "DERIVED\\SECONDARY\\SCREEN SAVE"), ("PT", "128", "DERIVED\\SECONDARY\\FUSION"), ("MR", "4", "DERIVED\\SECONDARY\\OTHER\\CSA RESULT"), ("CT", "2", "DERIVED\\SECONDARY"),
    ];

    // And of those that have none.
    private static readonly (string Modality, string Class, string Type)[] Plain =
    [
        ("CT", "2", "ORIGINAL\\PRIMARY\\AXIAL"), ("CT", "2", "ORIGINAL\\PRIMARY\\LOCALIZER\\CT_SOM5 TOP"), ("CT", "2.1", "ORIGINAL\\PRIMARY\\VOLUME\\NONE"), ("MR", "4", "ORIGINAL\\PRIMARY\\M\\SE"),
        ("MR", "4", "DERIVED\\SECONDARY\\PROCESSED"),
    ];

    private static readonly (string Modality, string Class, string Type)[] Neighbours =
    [
        ("CT", "2", "DERIVED\\SECONDARY\\MPR"), ("CT", "2", "DERIVED\\SECONDARY\\REFORMATTED\\MIN IP"), ("CT", "2", "DERIVED\\SECONDARY\\MIP"), ("MR", "4", "DERIVED\\PRIMARY\\MPR\\NORM\\DIS2D"),
        ("MR", "4", "DERIVED\\PRIMARY\\DIFFUSION\\TRACEW"), ("MR", "4", "DERIVED\\SECONDARY\\SUBTRACTION"), ("MR", "4", "DERIVED\\PRIMARY\\PROJECTION IMAGE\\VASCULAR"),
        ("PT", "128", "ORIGINAL\\PRIMARY"), ("NM", "20", "ORIGINAL\\PRIMARY\\STATIC\\EMISSION"), ("NM", "20", "DERIVED\\PRIMARY\\RECON TOMO\\EMISSION"), ("SEG", "66.4", "DERIVED\\PRIMARY"),
        ("RTIMAGE", "481.1", "ORIGINAL\\PRIMARY\\PORTAL"), ("RTDOSE", "481.2", ""),
    ];

    [CorpusFact]
    public void No_image_with_burned_in_text_passes_silently_or_with_a_NO()
    {
        var (problems, count) = (new List<string>(), 0);
        foreach (var picture in Pictures())
        {
            foreach (var (kind, claim) in Written.SelectMany(kind => new[] { "", "NO", "YES" }.Select(claim => (kind, claim))))
            {
                var image = WithText(picture, kind).Text("BurnedInAnnotation", claim);
                foreach (var profile in new[] { ProfileOf.Basic(), ProfileOf.Basic(ProfileOption.CleanPixelData) })
                {
                    count++;
                    var (text, _) = Images.Judge(image, profile);
                    var output = Deidentified.Reading(image.Build(), profile);
                    var isBlack = text == BurnedInText.WhollyBlackedOut && output.Find("PixelData")!.Value.Distinct().Count() <= 2;
                    if (text != BurnedInText.Suspected && !isBlack)
                        problems.Add($"{kind} {claim}: {text}");
                    if (!isBlack && (output.Find("BurnedInAnnotation")?.Text == "NO" || Images.HasCode(output)))
                        problems.Add($"{kind} {claim}: says that it is clean");
                }
            }
        }
        Problems.AssertNone(problems);
        Assert.True(count > 500, $"{count} images");
    }

    [CorpusFact]
    public void Images_without_text_are_seldom_suspected()
    {
        var pictures = Pictures().ToArray();
        Assert.InRange(Suspected(pictures, Plain), 0, 0.005);
        Assert.InRange(Suspected(pictures, Neighbours), 0, 0.03);
    }

    [CorpusFact]
    public void Real_slices_of_CT_and_MR_are_not_suspected()
    {
        var slices = CorpusFiles.All.Select(path => Read(File.ReadAllBytes(path))).Where(file => file?.Find("SOPClassUID")?.Text is Storage + "2" or Storage + "4").ToArray();

        using var folder = new TemporaryFolder();
        foreach (var (file, number) in slices.Select((file, number) => (file!, number)))
            folder.Write($"in/{number}", file.Bytes);
        var results = Batch.Run(Batch.Options(folder["out"]), new RecordingListener(), folder["in"]);

        Assert.True(results.Count > 12, $"{results.Count} series");
        Assert.Empty(results.Where(result => result.BurnedInText == BurnedInText.Suspected).Select(result => $"{result.Modality}: {result.BurnedInReasons}"));
    }

    private static double Suspected(FileReading[] pictures, (string Modality, string Class, string Type)[] kinds)
    {
        var images = pictures.SelectMany(picture => kinds.Select(kind => Image(picture, kind))).ToArray();
        Assert.True(images.Length >= 40, $"{images.Length} images");
        return images.Count(image => Images.Judge(image).Text == BurnedInText.Suspected) / (double)images.Length;
    }

    /// <summary>Some native grey pictures of the corpus, of different sizes.</summary>
    private static IEnumerable<FileReading> Pictures() => CorpusFiles.All.Select(path => Read(File.ReadAllBytes(path)))
        .Where(file => file is not null && Native.Contains(file.Syntax) && file.Find("PhotometricInterpretation")?.Text == "MONOCHROME2"
            && file.Find("NumberOfFrames")?.Text is null or "" or "1" && Number(file, "BitsAllocated") is 8 or 16 && Number(file, "Rows") >= 32
            && file.Find("PixelData")?.Value.Length == Number(file, "Rows") * Number(file, "Columns") * Number(file, "BitsAllocated") / 8)
        .Select(file => file!).GroupBy(file => (Number(file, "Rows"), Number(file, "Columns"), Number(file, "BitsAllocated"))).Select(group => group.First()).Take(12);

    private static FileReading? Read(byte[] bytes)
    {
        try
        {
            return FileReading.Parse(bytes);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException or InvalidOperationException or EndOfStreamException)
        {
            return null;
        }
    }

    private static int Number(FileReading file, string attribute) => file.Find(attribute) is { Value.Length: 2 } element ? BitConverter.ToUInt16(element.Value) : 0;

    private static InstanceBuilder Image(FileReading picture, (string Modality, string Class, string Type) kind)
    {
        var image = new InstanceBuilder(Storage + kind.Class).Text("Modality", kind.Modality).Text("PhotometricInterpretation", "MONOCHROME2").Text("ImageType", kind.Type);
        image.Add("SamplesPerPixel", dataset => dataset.Numbers("SamplesPerPixel", 1));
        foreach (var attribute in new[] { "Rows", "Columns", "BitsAllocated", "BitsStored", "HighBit", "PixelRepresentation" })
            image.Add(attribute, dataset => dataset.Numbers(attribute, (ushort)Number(picture, attribute)));
        return image.Add("PixelData", dataset => dataset.Bytes("PixelData", picture.Find("PixelData")!.Value, "OW"));
    }

    /// <summary>A row of blocks as large as letters, as bright as the picture can be.</summary>
    private static InstanceBuilder WithText(FileReading picture, (string Modality, string Class, string Type) kind)
    {
        var pixels = (byte[])picture.Find("PixelData")!.Value.Clone();
        var (columns, size) = (Number(picture, "Columns"), Number(picture, "BitsAllocated") / 8);
        string[] letters = ["X...X", "XX.XX", "X.X.X", "X...X", "X...X", "X...X", "X...X"];
        for (var letter = 0; letter < 4; letter++)
        {
            for (var row = 0; row < 7; row++)
            {
                for (var column = 0; column < 5; column++)
                {
                    var place = ((row + 12) * columns + 2 + letter * 6 + column) * size;
                    if (letters[row][column] == 'X')
                        pixels.AsSpan(place, size).Fill(0x7F);
                }
            }
        }
        return Image(picture, kind).Add("PixelData", dataset => dataset.Bytes("PixelData", pixels, "OW"));
    }
}

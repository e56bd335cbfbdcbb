using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>Real pictures: the native ones of the corpus, of every size and form, and some that are compressed.</summary>
internal static class CorpusPictures
{
    private const int PerForm = 2, Compressed = 12, MostPixels = 640 * 512;

    private static readonly string[] Native = ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1"];

    public static IReadOnlyList<Picture> All()
    {
        var files = CorpusFiles.All.Select(path => Read(File.ReadAllBytes(path))).OfType<FileReading>().Where(file => file.Find("PixelData") is not null && Number(file, "Rows") >= 32
            && Number(file, "Rows") * Number(file, "Columns") <= MostPixels).ToArray();
        var native = files.Where(file => Native.Contains(file.Syntax) && IsPlain(file))
            .GroupBy(file => (Number(file, "Rows"), Number(file, "Columns"), Number(file, "BitsAllocated"), Text(file, "PhotometricInterpretation")))
            .SelectMany(group => group.Take(PerForm));
        var compressed = files.Where(file => file.Syntax.StartsWith("1.2.840.10008.1.2.4.", StringComparison.Ordinal)).Take(Compressed);
        return [.. native.Select(file => Of(file, codestream: null)), .. compressed.Select(file => Of(file, [.. FragmentReading.Split(file.Find("PixelData")!.Value).Skip(1).Where(fragment => fragment.Length > 0)]))];
    }

    private static Picture Of(FileReading file, IReadOnlyList<byte[]>? codestream) => new(
        Number(file, "Rows"), Number(file, "Columns"), Number(file, "SamplesPerPixel"), Number(file, "BitsAllocated"), Number(file, "BitsStored"),
        Number(file, "PixelRepresentation") == 1, Text(file, "PhotometricInterpretation"), codestream is null ? file.Find("PixelData")!.Value : [])
    {
        Codestream = codestream,
        CodestreamSyntax = codestream is null ? null : new Syntax(file.Syntax, true, false, false),
    };

    /// <summary>One frame whose samples lie side by side.</summary>
    private static bool IsPlain(FileReading file) =>
        Text(file, "NumberOfFrames") is "" or "1" && Number(file, "PlanarConfiguration") == 0 && !Text(file, "PhotometricInterpretation").EndsWith("_422", StringComparison.Ordinal)
        && (Number(file, "SamplesPerPixel"), Number(file, "BitsAllocated")) is (1, 8) or (1, 16) or (3, 8) && Number(file, "HighBit") == Number(file, "BitsStored") - 1
        && file.Find("PixelData")!.Value.Length == Number(file, "Rows") * Number(file, "Columns") * Number(file, "SamplesPerPixel") * Number(file, "BitsAllocated") / 8;

    private static string Text(FileReading file, string attribute) => file.Find(attribute)?.Text ?? "";

    private static int Number(FileReading file, string attribute) => file.Find(attribute) is { Value.Length: 2 } element ? BitConverter.ToUInt16(element.Value) : 0;

    /// <summary>A file; null for one that cannot be read.</summary>
    public static FileReading? Read(byte[] bytes)
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
}

using System.Collections.Generic;
using System.Text;
using Dams.Benchmarks.Accuracy.People;
using Dams.Benchmarks.Accuracy.Plantings;
using Dams.Tests.Support;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>Pixel data, and what stands in, beside and behind them.</summary>
internal sealed class PixelPlaces(AttributePlanter planter, Person person, NameMaker names, System.Random random)
{
    private const string PixelData = "7FE00010";
    private const int Size = 8;

    public IEnumerable<Node> Make(Syntax syntax, bool isPlain)
    {
        foreach (var node in Geometry(syntax))
            yield return node;
        yield return syntax.Uid == Syntax.JpegBaseline.Uid ? Compressed() : Native(isPlain);
        if (isPlain)
            yield break;
        yield return Text("60003000", "OW", "name in the bits of an overlay", $"{person.Given} {person.Id}".PadRight(Size));
        yield return new("60000010", "US", Number(Size, syntax));
        yield return new("60000011", "US", Number(Size, syntax));
        yield return Text("60000022", "LO", "name in the description of an overlay", names.Word());
    }

    private static IEnumerable<Node> Geometry(Syntax syntax)
    {
        var isJpeg = syntax.Uid == Syntax.JpegBaseline.Uid;
        yield return new("00280002", "US", Number(1, syntax));
        yield return new("00280004", "CS", "MONOCHROME2"u8.ToArray());
        yield return new("00280010", "US", Number(Size, syntax));
        yield return new("00280011", "US", Number(Size, syntax));
        yield return new("00280100", "US", Number(isJpeg ? 8 : 16, syntax));
        yield return new("00280101", "US", Number(isJpeg ? 8 : 16, syntax));
        yield return new("00280102", "US", Number(isJpeg ? 7 : 15, syntax));
        yield return new("00280103", "US", Number(0, syntax));
    }

    private Node Native(bool isPlain)
    {
        var pixels = new byte[2 * Size * Size];
        random.NextBytes(pixels);
        var behind = isPlain ? "" : $"scanned by {names.Word()}  ";
        planter.Note(new(Kind.PixelData, "pixels", [PixelData], "OW", "pixels", []) { Bytes = pixels });
        if (behind.Length > 0)
            planter.Note(Beside("name behind the pixels", PixelData, "OW", behind, behind.Trim()[11..]));
        return new(PixelData, "OW", [.. pixels, .. Encoding.ASCII.GetBytes(behind)]);
    }

    private Node Compressed()
    {
        var (comment, application, behind) = (names.Word(), names.Word(), names.Word());
        planter.Note(Beside("name in a comment of JPEG", PixelData, "OB", comment, comment));
        planter.Note(Beside("name in an application segment of JPEG", PixelData, "OB", application, application));
        planter.Note(Beside("name behind the end of JPEG", PixelData, "OB", behind, behind));
        planter.Note(new(Kind.PixelData, "JPEG", [PixelData], "OB", "JPEG", []) { Bytes = JpegSample.Image() });
        return new(PixelData, "OB", []) { Fragments = [JpegSample.Make($"Patient: {comment}", $"Exif {application}", behind)] };
    }

    private Node Text(string tag, string vr, string what, string text) =>
        planter.Put(new(Kind.BesidePixels, what, text, [text.Split(' ')[0]], []), tag, vr, []);

    private static Planting Beside(string what, string tag, string vr, string value, string token) =>
        new(Kind.BesidePixels, what, [tag], vr, value, [token]) { IsUnique = true };

    private static byte[] Number(int value, Syntax syntax) =>
        syntax.IsBigEndian ? [(byte)(value >> 8), (byte)value] : [(byte)value, (byte)(value >> 8)];
}

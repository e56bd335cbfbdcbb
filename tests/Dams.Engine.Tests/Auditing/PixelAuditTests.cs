using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Auditing;

/// <summary>What was left in pixel data besides the image.</summary>
public sealed class PixelAuditTests : AuditTestBase
{
    private static readonly byte[] Known = Encoding.ASCII.GetBytes("scan of Muster, Erika");

    [Fact]
    public void A_name_in_a_comment_of_a_codestream_is_found()
    {
        byte[] frame = [0xFF, 0xD8, 0xFF, 0xFE, 0, (byte)(Known.Length + 2), .. Known, 0xFF, 0xD9, 0];
        AssertFound(Image(Syntax.JpegBaseline).Add("PixelData", dataset => dataset.Fragments(frame)), IdentifierKind.Name);
    }

    [Fact]
    public void A_name_in_a_fragment_beyond_the_frames_is_found()
    {
        byte[] frame = [0xFF, 0xD8, 0xFF, 0xD9];
        AssertFound(Image(Syntax.JpegBaseline).Add("PixelData", dataset => dataset.Fragments(frame, [.. Known, 0])), IdentifierKind.Name);
    }

    [Fact]
    public void A_name_behind_the_last_row_is_found() =>
        AssertFound(Image(Syntax.ExplicitLittle).Add("PixelData", dataset => dataset.Bytes("PixelData", [.. new byte[32], .. Known], "OW")), IdentifierKind.Name);

    [Fact]
    public void An_overlay_in_unused_bits_is_found() =>
        AssertFound(
            Image(Syntax.ExplicitLittle).Add("PixelData", dataset => dataset.Bytes("PixelData", new byte[32], "OW"))
                .Add("60000100", dataset => dataset.Numbers("60000100", 16)).Add("60000102", dataset => dataset.Numbers("60000102", 12)),
            IdentifierKind.BurnedInText);

    [Fact]
    public void Codestreams_and_comments_of_encoders_are_no_finding()
    {
        byte[] frame = [0xFF, 0xD8, 0xFF, 0xFE, 0, 16, .. "Lavc58.54.1000"u8, 0xFF, 0xD9];
        Folder.Write("out/1.dcm", Image(Syntax.JpegBaseline).Add("PixelData", dataset => dataset.Fragments(frame)).Build());

        Assert.Empty(Find(Folder["out"], Folder["originals"]));
    }

    private void AssertFound(InstanceBuilder image, IdentifierKind kind)
    {
        Folder.Write("out/1.dcm", image.Build());

        var finding = Assert.Single(Find(Folder["out"], Folder["originals"]), found => found.ElementPath == "PixelData");

        Assert.Equal((kind, "HiddenContent"), (finding.Kind, finding.Rule));
        AssertTellsNothing(finding);
    }

    private static InstanceBuilder Image(Syntax syntax)
    {
        var image = Clean(syntax);
        foreach (var (attribute, value) in new[] { ("SamplesPerPixel", 1), ("Rows", 4), ("Columns", 4), ("BitsAllocated", 16), ("BitsStored", 12), ("HighBit", 11) })
            image.Add(attribute, dataset => dataset.Numbers(attribute, (ushort)value));
        return image;
    }
}

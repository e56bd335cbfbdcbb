using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using Dams.Files.Fingerprints;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Identities;

/// <summary>SUBJECT/SUBJECT_CTDATE/MODALITY_SERIESNUMBER_hhhhhhhh/NNNNN_hhhhhhhh.dcm, the h from the new UIDs.</summary>
public sealed class OutputNamesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Basic_removes_the_date_from_the_place_too() =>
        Assert.Matches("^SUBJ-[0-9A-Z]{12}/SUBJ-[0-9A-Z]{12}/CT_3_[0-9a-f]{8}/00001_[0-9a-f]{8}[.]dcm$", PlaceOf(CT.Slice()));

    [Fact]
    public void Encode_keeps_the_date_in_the_place() => Assert.Matches(
        "^SUBJ-[0-9A-Z]{12}/SUBJ-[0-9A-Z]{12}_20240312/CT_3_[0-9a-f]{8}/00001_[0-9a-f]{8}[.]dcm$",
        PlaceOf(CT.Slice(), options => options with { Profile = Deidentified.Encode }));

    [Fact]
    public void The_h_follow_from_the_key_the_new_UIDs_and_the_bytes()
    {
        var source = CT.Slice();
        var fingerprint = new Fingerprint();
        fingerprint.Append(source);

        var names = PlaceOf(source).Split('/');

        Assert.Equal($"CT_3_{Hash($"series\0{TestKey.NewUid("1.2.3.1")}")}", names[2]);
        Assert.Equal($"00001_{Hash($"instance\0{TestKey.NewUid("1.2.3.1.1")}\0{fingerprint.Finish():X16}")}.dcm", names[3]);
    }

    [Theory]
    [InlineData("Modality", "MR", "/MR_3_")]
    [InlineData("Modality", "", "/OT_3_")]
    [InlineData("Modality", "../..", "/OT_3_")]
    [InlineData("Modality", "ct", "/OT_3_")]
    [InlineData("Modality", "CT\\MR", "/CT_3_")]
    [InlineData("SeriesNumber", "", "/CT_0_")]
    [InlineData("SeriesNumber", "-4", "/CT_0_")]
    [InlineData("SeriesNumber", "Erika", "/CT_0_")]
    [InlineData("SeriesNumber", " 7", "/CT_7_")]
    [InlineData("SeriesNumber", "1000001", "/CT_1000001_")]
    [InlineData("InstanceNumber", "", "/00000_")]
    [InlineData("InstanceNumber", "123456", "/123456_")]
    [InlineData("InstanceNumber", "../1", "/00000_")]
    public void Values_that_cannot_be_in_a_name_are_not(string attribute, string value, string expected)
    {
        var place = PlaceOf(CT.Slice(more: instance => instance.Text(attribute, value)));

        Assert.Contains(expected, place, StringComparison.Ordinal);
        Assert.Equal(4, place.Split('/').Length);
    }

    [Fact]
    public void Nothing_of_the_folder_and_file_names_of_the_source_is_in_the_place()
    {
        var source = Path.Combine("Muster_Erika", "19520817", "MRN-4711.dcm");
        _folder.Write(Path.Combine("in", source), CT.Slice());

        Batch.Run(Batch.Options(_folder["out"]), new RecordingListener(), _folder["in"]);

        var place = Assert.Single(Batch.Tree(_folder["out"]).Keys);
        Assert.All(new[] { "Muster", "Erika", "1952", "MRN", "4711", "20240312", "20240311" }, word => Assert.DoesNotContain(word, place, StringComparison.OrdinalIgnoreCase));
    }

    private string PlaceOf(byte[] source, Func<ProtectionOptions, ProtectionOptions>? change = null)
    {
        _folder.Write(Path.Combine("in", "1"), source);
        var options = Batch.Options(_folder["out"]);
        var result = Assert.Single(Batch.Run(change?.Invoke(options) ?? options, new RecordingListener(), _folder["in"]));
        var place = Assert.Single(Batch.Tree(_folder["out"]).Keys).Replace('\\', '/');
        Assert.Equal(place, Path.GetRelativePath(_folder["out"], Assert.Single(result.Files)).Replace('\\', '/'));
        return place;
    }

    private static string Hash(string message) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(TestKey.Bytes, Encoding.UTF8.GetBytes(message)))[..8];
}

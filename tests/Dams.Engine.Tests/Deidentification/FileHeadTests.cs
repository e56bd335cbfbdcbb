using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What stands before and behind the dataset of a file that was de-identified.</summary>
public sealed class FileHeadTests
{
    private const string Secret = "GEHEIM_AE";

    private static readonly Syntax GE = new("1.2.840.113619.5.2", false, false, false);

    [Fact]
    public void The_class_that_the_head_alone_names_stays()
    {
        var output = Deidentified.Reading(new InstanceBuilder(sopClass: "").Build());

        Assert.Equal(FileBuilder.CTImageStorage, FileReading.Find(output.Meta, "MediaStorageSOPClassUID")?.Text);
    }

    [Fact]
    public void The_preamble_is_zeroed()
    {
        var source = new InstanceBuilder().Build();
        Encoding.ASCII.GetBytes("II*\0 made for Muster, Erika").CopyTo(source, 0);

        var output = Deidentified.Bytes(source);

        Assert.Equal([.. new byte[128], .. "DICM"u8], output[..132]);
    }

    [Fact]
    public void Stations_addresses_and_private_information_are_stripped()
    {
        var source = WithMeta(Syntax.ExplicitLittle, meta => meta
            .Bytes("FileMetaInformationVersion", Encoding.ASCII.GetBytes(Secret))
            .Text("SourceApplicationEntityTitle", Secret)
            .Text("SendingApplicationEntityTitle", Secret)
            .Text("ReceivingApplicationEntityTitle", Secret)
            .Text("SourcePresentationAddress", $"http://{Secret}.example")
            .Text("SendingPresentationAddress", $"http://{Secret}.example")
            .Text("ReceivingPresentationAddress", $"http://{Secret}.example")
            .Text("0002,0099", Secret, "LO")
            .Text("PrivateInformationCreatorUID", "1.2.3.4")
            .Bytes("PrivateInformation", Encoding.ASCII.GetBytes(Secret)));

        var output = Deidentified.Bytes(source);

        Assert.Equal(-1, output.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Secret)));
        Assert.Equal(
            ["0002,0000", "0002,0001", "0002,0002", "0002,0003", "0002,0010", "0002,0012", "0002,0013"],
            FileReading.Parse(output).Meta.Select(element => element.Name));
    }

    [Fact]
    public void The_implementation_is_ours()
    {
        var output = Deidentified.Reading(WithMeta(Syntax.ExplicitLittle, meta => meta.Text("ImplementationVersionName", "OTHER_1")));

        Assert.StartsWith("2.25.", FileReading.Find(output.Meta, "ImplementationClassUID")!.Text, StringComparison.Ordinal);
        Assert.Equal($"DAMS_{EngineVersion.Text}", FileReading.Find(output.Meta, "ImplementationVersionName")!.Text);
    }

    [Fact]
    public void The_group_length_is_right()
    {
        var output = Deidentified.Reading(new InstanceBuilder().Build());

        Assert.Equal(output.DatasetStart - 144, BitConverter.ToInt32(output.Meta[0].Value));
    }

    [Fact]
    public void Class_and_instance_follow_the_dataset()
    {
        var dataset = new InstanceBuilder(InstanceBuilder.UnknownClass).Text("SOPInstanceUID", "1.2.3.99").BuildDataset();
        byte[] source = [.. new byte[128], .. "DICM"u8, .. FileBuilder.Meta(Syntax.ExplicitLittle, instance: "1.9.9"), .. dataset];

        var output = Deidentified.Reading(source);

        Assert.Equal(InstanceBuilder.UnknownClass, FileReading.Find(output.Meta, "MediaStorageSOPClassUID")!.Text);
        Assert.Equal(TestKey.NewUid("1.2.3.99"), FileReading.Find(output.Meta, "MediaStorageSOPInstanceUID")!.Text);
    }

    [Fact]
    public void An_instance_that_only_the_meta_information_names_is_mapped_too()
    {
        var dataset = new InstanceBuilder().Without("SOPInstanceUID").BuildDataset();
        byte[] source = [.. new byte[128], .. "DICM"u8, .. FileBuilder.Meta(Syntax.ExplicitLittle, instance: "1.9.9"), .. dataset];

        Assert.Equal(TestKey.NewUid("1.9.9"), FileReading.Find(Deidentified.Reading(source).Meta, "MediaStorageSOPInstanceUID")!.Text);
    }

    [Theory]
    [InlineData("explicit")]
    [InlineData("implicit")]
    [InlineData("big")]
    public void A_dataset_alone_gets_preamble_and_meta_information(string encoding)
    {
        var syntax = encoding switch { "explicit" => Syntax.ExplicitLittle, "implicit" => Syntax.ImplicitLittle, _ => Syntax.ExplicitBig };
        var source = new InstanceBuilder(syntax: syntax).BuildDataset();

        var output = Deidentified.Reading(source);

        Assert.True(output.HasPrefix);
        Assert.Equal(syntax.Uid, output.Syntax);
        Assert.Equal(FileBuilder.CTImageStorage, FileReading.Find(output.Meta, "MediaStorageSOPClassUID")!.Text);
        Assert.Equal("SUBJ-0QXZ", output.Find("PatientID")!.Text);
    }

    [Fact]
    public void Meta_information_without_preamble_gets_one()
    {
        byte[] source = [.. FileBuilder.Meta(Syntax.ImplicitLittle), .. new InstanceBuilder(syntax: Syntax.ImplicitLittle).BuildDataset()];

        var output = Deidentified.Reading(source);

        Assert.True(output.HasPrefix);
        Assert.Equal(Syntax.ImplicitLittle.Uid, output.Syntax);
    }

    [Theory]
    [InlineData("1.2.840.10008.1.2.1")]
    [InlineData("1.2.840.10008.1.2")]
    [InlineData("1.2.840.10008.1.2.2")]
    [InlineData("1.2.840.10008.1.2.1.99")]
    [InlineData("1.2.840.10008.1.2.4.50")]
    [InlineData("1.2.276.0.99.1.2")]
    public void The_transfer_syntax_stays(string uid)
    {
        var syntax = uid switch
        {
            "1.2.840.10008.1.2" => Syntax.ImplicitLittle,
            "1.2.840.10008.1.2.2" => Syntax.ExplicitBig,
            "1.2.840.10008.1.2.1.99" => Syntax.Deflated,
            _ => new Syntax(uid, true, false, false),
        };

        var output = Deidentified.Reading(new InstanceBuilder(syntax: syntax).Build());

        Assert.Equal(uid, output.Syntax);
        Assert.Equal(TestKey.NewUid("1.2.3.4"), output.Find("SOPInstanceUID")!.Text);
    }

    [Fact]
    public void A_transfer_syntax_that_the_dataset_belies_is_made_right()
    {
        byte[] source = [.. new byte[128], .. "DICM"u8, .. FileBuilder.Meta(Syntax.ExplicitLittle), .. new InstanceBuilder(syntax: Syntax.ImplicitLittle).BuildDataset()];

        Assert.Equal(Syntax.ImplicitLittle.Uid, Deidentified.Reading(source).Syntax);
    }

    [Fact]
    public void The_private_transfer_syntax_of_GE_stays_since_its_pixels_are_big_endian()
    {
        byte[] source = [.. FileBuilder.Prefix, .. FileBuilder.Meta(GE), .. new InstanceBuilder(syntax: Syntax.ImplicitLittle).BuildDataset()];

        Assert.All([Deidentified.Basic, Deidentified.Profile(ProfileBuilder.Research), Deidentified.Encode], profile =>
            Assert.Equal(GE.Uid, Deidentified.Reading(source, profile).Syntax));
    }

    [Theory]
    [InlineData("explicit", "Muster^Erika")]
    [InlineData("implicit", "Muster^Erika")]
    [InlineData("big", "Muster^Erika")]
    [InlineData("implicit", "1.2.840.10008.1.2.1\\1.2.840.10008.1.2.4.50")]
    [InlineData("explicit", ".1.2")]
    [InlineData("explicit", "")]
    public void A_transfer_syntax_that_is_no_UID_is_put_right(string encoding, string text)
    {
        var syntax = encoding switch { "explicit" => Syntax.ExplicitLittle, "implicit" => Syntax.ImplicitLittle, _ => Syntax.ExplicitBig };
        byte[] source = [.. FileBuilder.Prefix, .. FileBuilder.Meta(syntax with { Uid = text }), .. new InstanceBuilder(syntax: syntax).BuildDataset()];

        Assert.Equal(syntax.Uid, Deidentified.Reading(source).Syntax);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_big_endian_file_without_value_representations_comes_out_as_readable_as_it_was(bool hasItems)
    {
        var syntax = Syntax.ExplicitBig with { IsExplicit = false };
        var builder = new InstanceBuilder(syntax: syntax);
        if (hasItems)
            builder.Add("ReferencedStudySequence", dataset => dataset.Sequence("ReferencedStudySequence", item => item.Text("PatientName", "Muster^Erika")));

        var output = Deidentified.Reading(builder.Build());

        Assert.Equal(Syntax.ExplicitBig.Uid, output.Syntax);
        Assert.Equal(Deidentified.Identity.PatientName, output.Find("PatientName")!.Text);
        Assert.Equal("YES", output.Find("PatientIdentityRemoved")!.Text.Trim());
        Assert.Equal(-1, output.Bytes.AsSpan().IndexOf("Muster"u8));
    }

    [Theory]
    [InlineData("JPEG")]
    [InlineData(null)]
    [CoversError("UnknownTransferSyntax")]
    public void Compressed_pixel_data_of_which_nothing_says_how_are_refused(string? text)
    {
        var dataset = FileBuilder.Dataset(Syntax.ExplicitLittle, dataset => dataset.Text("Modality", "CT").Fragments([1, 2], [3, 4]));
        byte[] source = text is null ? dataset
            : [.. FileBuilder.Prefix, .. FileBuilder.Meta(Syntax.ExplicitLittle with { Uid = text }), .. dataset];

        Assert.Equal("UnknownTransferSyntax", Assert.Throws<DamsException>(() => Deidentified.Bytes(source)).Id);
    }

    [Fact]
    [CoversError("WrongTransferSyntax")]
    public void A_deflated_dataset_that_is_implicit_inside_comes_out_readable_or_not_at_all()
    {
        var dataset = new InstanceBuilder(syntax: Syntax.ImplicitLittle).BuildDataset();
        byte[] source = [.. FileBuilder.Prefix, .. FileBuilder.Meta(Syntax.Deflated), .. FileBuilder.Deflate(dataset)];
        byte[] plain = [.. FileBuilder.Prefix, .. FileBuilder.Meta(Syntax.ImplicitLittle), .. dataset];

        Assert.Equal(Deidentified.Bytes(plain), Deidentified.Bytes(source));
        Assert.Equal("WrongTransferSyntax", Assert.Throws<DamsException>(() => Deidentified.Bytes(source, Deidentified.Encode)).Id);
    }

    [Theory]
    [InlineData("explicit")]
    [InlineData("deflated")]
    public void Bytes_behind_the_dataset_are_dropped(string encoding)
    {
        var syntax = encoding == "explicit" ? Syntax.ExplicitLittle : Syntax.Deflated;
        var source = new InstanceBuilder(syntax: syntax).Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2, 3, 4], "OW")).Build();

        var output = Deidentified.Bytes([.. source, .. "Muster, Erika was here"u8]);

        Assert.Equal(-1, output.AsSpan().IndexOf("Muster"u8));
        Assert.Equal(Deidentified.Bytes(source), output);
    }

    private static byte[] WithMeta(Syntax syntax, Action<DatasetBuilder> more) =>
        [.. new byte[128], .. "DICM"u8, .. FileBuilder.Meta(syntax, more: more), .. new InstanceBuilder(syntax: syntax).BuildDataset()];
}

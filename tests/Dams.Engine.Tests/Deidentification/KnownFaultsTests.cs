using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Faults that de-identification has had elsewhere, each with a test that it is not here.</summary>
public sealed class KnownFaultsTests
{
    public static TheoryData<string> Profiles => [ProfileBuilder.Basic, ProfileBuilder.Research];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Identifiers_in_nested_sequences_do_not_stay(string profile)
    {
        var source = new InstanceBuilder()
            .Sequence("ReferencedSeriesSequence", series => series.Text("SeriesInstanceUID", "1.2.3.1")
                .UndefinedSequence("ReferencedInstanceSequence", instance => instance.Text("ReferencedSOPInstanceUID", "1.2.3.4")
                    .Text("PatientName", "Muster^Erika").Text("PatientID", "MRN-4711").Text("PatientBirthDate", "19520817")))
            .Sequence("RequestAttributesSequence", request => request.Text("RequestingPhysician", "Beispiel^Doktor").Text("AccessionNumber", "ACC-815"))
            .Build();

        var output = Deidentified.Bytes(source, Deidentified.Profile(profile));

        AssertWithout(output, "Muster", "MRN-4711", "19520817", "Beispiel", "ACC-815");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_instance_UID_of_the_file_meta_information_is_that_of_the_dataset(string profile)
    {
        var output = Deidentified.Reading(new InstanceBuilder().Build(), Deidentified.Profile(profile));

        Assert.Equal(TestKey.NewUid("1.2.3.4"), FileReading.Find(output.Meta, "MediaStorageSOPInstanceUID")?.Text);
        Assert.Equal(TestKey.NewUid("1.2.3.4"), output.Find("SOPInstanceUID")?.Text);
    }

    [Fact]
    public void UIDs_are_the_same_in_every_run_in_any_order_and_in_parts()
    {
        using var folder = new TemporaryFolder();
        foreach (var number in Enumerable.Range(1, 4))
            folder.Write(Path.Combine(number < 3 ? "in/a" : "in/b", $"{number}.dcm"), CT.Slice(number: number));

        Batch.Run(Batch.Options(folder["whole"]), new RecordingListener(), folder["in"]);
        Batch.Run(Batch.Options(folder["again"]), new RunContext(new RecordingListener()) { Workers = 1 }, folder["in/b"], folder["in/a"]);
        Batch.Run(Batch.Options(folder["parts"]), new RecordingListener(), folder["in/b"]);
        Batch.Run(Batch.Options(folder["parts"]), new RecordingListener(), folder["in/a"]);

        Assert.Equal(4, Batch.Tree(folder["whole"]).Count);
        Batch.AssertSameTree(folder["whole"], folder["again"]);
        Batch.AssertSameTree(folder["whole"], folder["parts"]);
    }

    [Theory]
    [InlineData("SourceImageSequence")]
    [InlineData("ReferencedImageSequence")]
    [InlineData("ReferencedSeriesSequence")]
    [InlineData("DerivationImageSequence")]
    [InlineData("ReferencedFrameOfReferenceSequence")]
    [InlineData("ReferencedInstanceSequence")]
    [InlineData("ContourImageSequence")]
    public void References_keep_their_items_and_point_to_the_new_instances(string sequence)
    {
        var source = new InstanceBuilder().Sequence(
            sequence,
            item => item.Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage).Text("ReferencedSOPInstanceUID", "1.2.3.4"),
            item => item.Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage).Text("ReferencedSOPInstanceUID", "1.2.3.5")).Build();

        foreach (var profile in new[] { ProfileBuilder.Basic, ProfileBuilder.Research })
        {
            var items = Deidentified.Reading(source, Deidentified.Profile(profile)).Find(sequence)!.Items!;

            Assert.Equal([TestKey.NewUid("1.2.3.4"), TestKey.NewUid("1.2.3.5")], items.Select(item => FileReading.Find(item.Elements, "ReferencedSOPInstanceUID")!.Text));
            Assert.All(items, item => Assert.Equal(FileBuilder.CTImageStorage, FileReading.Find(item.Elements, "ReferencedSOPClassUID")!.Text));
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Private_elements_do_not_stay_but_for_the_safe_ones(string profile)
    {
        var source = new InstanceBuilder()
            .Text("0009,0010", "NOBODY 1.0", "LO").Text("0009,1001", "Muster^Erika", "LO").Text("0009,1002", "MRN-4711", "UN")
            .Sequence("ReferencedSeriesSequence", item => item.Text("0011,0010", "NOBODY 1.0", "LO").Text("0011,1001", "Erika", "LO"))
            .Build();

        Assert.DoesNotContain(Deidentified.Reading(source, Deidentified.Profile(profile)).All, element => (element.Tag >> 16) % 2 == 1);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Private_elements_of_any_form_are_no_obstacle(string profile)
    {
        var odd = new InstanceBuilder()
            .Add("0009,0010", dataset => dataset.Unpadded("0009,0010", "ODD"u8.ToArray(), "LO"))
            .Text("0009,1001", "no number", "DS").Text("0009,1002", "20241399", "DA")
            .Add("0009,1003", dataset => dataset.Sequence("0009,1003", "UN", isUndefined: true, item => item.Text("PatientName", "Muster^Erika")))
            .Add("0009,1004", dataset => dataset.Bytes("0009,1004", [1, 2, 3], "US"))
            .Text("0009,9901", "without a creator", "LO")
            .Text("0019,0010", "GEMS_ACQU_01", "LO").Text("0019,1023", "no number", "DS").Text("0019,109E", "", "LO")
            .Build();

        var output = Deidentified.Reading(odd, Deidentified.Profile(profile));

        Assert.Equal("SUBJ-0QXZ", output.Find("PatientID")?.Text);
        AssertWithout(output.Bytes, "Muster");
    }

    [Fact]
    public void Nobody_without_the_key_can_make_a_pseudonym_from_a_known_number()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/1.dcm", CT.Slice());
        var profile = ProfileOf.Recipe("""{ "rules": [{ "keyword": "AccessionNumber", "action": "hash" }, { "keyword": "StudyID", "action": "hash" }] }""");
        var source = CT.Slice(more: instance => instance.Text("AccessionNumber", "MRN-4711").Text("StudyID", "MRN-4711"));
        var others = new Dams.Deidentification.InstanceDeidentifier(profile, TestKey.Load([.. TestKey.Bytes.Reverse()]));

        var subject = Batch.Run(Batch.Options(folder["out"]), new RecordingListener(), folder["in"]).Single().Subject;
        var output = Deidentified.Reading(source, profile);

        var hash = output.Find("AccessionNumber")!.Text;
        Assert.Equal(hash, output.Find("StudyID")!.Text);
        Assert.Matches("^[0-9A-F]{16}$", hash);
        foreach (var plain in Unsalted("MRN-4711", "1.2.3.4"))
        {
            Assert.DoesNotContain(hash, plain, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(subject[5..], plain, StringComparison.OrdinalIgnoreCase);
        }
        Assert.NotEqual(others.NewUid(Dams.Dicom.Dictionary.KnownTag.SOPInstanceUID, "1.2.3.4"), output.Find("SOPInstanceUID")!.Text);
    }

    private static IEnumerable<string> Unsalted(params string[] values)
    {
        foreach (var bytes in values.Select(Encoding.UTF8.GetBytes))
        {
            yield return Convert.ToHexString(SHA256.HashData(bytes));
            yield return Convert.ToHexString(SHA1.HashData(bytes));
            yield return Convert.ToHexString(MD5.HashData(bytes));
            yield return Convert.ToHexString(SHA512.HashData(bytes));
        }
    }

    private static void AssertWithout(byte[] bytes, params string[] secrets) =>
        Assert.All(secrets, secret => Assert.True(bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(secret)) < 0, secret));
}

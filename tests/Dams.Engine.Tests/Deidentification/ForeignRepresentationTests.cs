using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What is sent as something else than the dictionary says hides nothing (PS3.15 section E.1.1).</summary>
public sealed class ForeignRepresentationTests
{
    private const string KeptSequence = "PerformedProtocolCodeSequence";

    [Theory]
    [InlineData("OB")]
    [InlineData("UN")]
    [InlineData("US")]
    [InlineData("FD")]
    [InlineData("IS")]
    [InlineData("DS")]
    [InlineData("TM")]
    [InlineData("UT")]
    public void A_name_does_not_hide_under_a_foreign_representation(string vr)
    {
        var source = SecretPatient.Instance().Text("Modality", "Wolpertinkel    ", vr).Text("Manufacturer", "Wolpertinkel    ", vr).Text("XRayTubeCurrent", "Wolpertinkel    ", vr)
            .Sequence(KeptSequence, item => item.Text("Modality", "Wolpertinkel    ", vr)).Build();

        Assert.All([ProfileBuilder.Basic, ProfileBuilder.Research], profile =>
            Assert.False(SecretPatient.IsIn(Deidentified.Bytes(source, Deidentified.Profile(profile)))));
    }

    [Theory]
    [InlineData("OB")]
    [InlineData("OW")]
    [InlineData("UN")]
    [InlineData("UT")]
    [InlineData("SH")]
    public void No_attribute_of_the_dictionary_hides_a_name_under_a_foreign_representation(string vr)
    {
        var tags = DataDictionary.Tags.Where(tag => tag.Group > 4 && !tag.IsGroupLength
            && DataDictionary.KeywordOf(tag) is not ("SpecificCharacterSet" or "PatientName" or "PatientID" or "PatientBirthDate" or "PixelData" or "FloatPixelData" or "DoubleFloatPixelData")).ToArray();
        var instance = SecretPatient.Instance();
        foreach (var tag in tags)
            instance.Add(Name(tag), dataset => dataset.Text(Name(tag), "for Wolpertinkel", vr));

        Assert.All([ProfileBuilder.Basic, ProfileBuilder.Research], profile => Assert.Empty(string.Join(' ', Deidentified.Reading(instance.Build(), Deidentified.Profile(profile))
            .All.Where(element => element.Items is null && SecretPatient.IsIn(element.Value)).Select(element => element.Name))));
    }

    [Theory]
    [InlineData("Manufacturer", "LO")]
    [InlineData("BodyPartExamined", "CS")]
    [InlineData("SegmentDescription", "ST")]
    public void A_name_in_characters_of_two_bytes_that_nobody_declares_goes(string attribute, string vr)
    {
        var source = SecretPatient.Instance().Add(attribute, dataset => dataset.Bytes(attribute, Encoding.Unicode.GetBytes("for Wolpertinkel"), vr)).Build();

        Assert.Equal(-1, Deidentified.Bytes(source).AsSpan().IndexOf(Encoding.Unicode.GetBytes("Wolpertinkel")));
    }

    [Theory]
    [InlineData("SpecificCharacterSet", "CS")]
    [InlineData("Manufacturer", "LO")]
    [InlineData("SegmentDescription", "ST")]
    public void An_item_that_is_called_a_text_does_not_stay(string attribute, string vr)
    {
        byte[] item = [0xFE, 0xFF, 0x00, 0xE0, 0x14, 0, 0, 0, 0x10, 0, 0x10, 0, (byte)'P', (byte)'N', 12, 0, .. "Someone^Else"u8];
        var source = new InstanceBuilder().Add(attribute, dataset => dataset.Bytes(attribute, item, vr)).Build();

        Assert.All([ProfileBuilder.Basic, ProfileBuilder.Research], profile =>
            Assert.Equal(-1, Deidentified.Bytes(source, Deidentified.Profile(profile)).AsSpan().IndexOf("Someone"u8)));
    }

    [Theory]
    [InlineData("E-5795894", "0")]
    [InlineData("91-812-8800", "0")]
    [InlineData("1.2\0436", "0")]
    [InlineData(@"1.5\-2e-3\ 3. ", @"1.5\-2e-3\ 3.")]
    [InlineData(@"\1", @"\1")]
    [InlineData("1,5 mm", "1,5 mm")]
    public void What_is_called_a_number_and_is_none_goes(string text, string expected)
    {
        var source = SecretPatient.Instance().Text("XRayTubeCurrent", text, "DS").Text("ExposureTime", text, "IS").Text("SliceThickness", text, "DS").Build();

        Assert.Equal(expected, Deidentified.Reading(source).Find("SliceThickness")!.Text.TrimEnd());
    }

    [Theory]
    [InlineData("LO")]
    [InlineData("CS")]
    [InlineData("ST")]
    [InlineData("UN")]
    public void A_name_is_known_by_its_attribute_whatever_representation_the_file_gives_it(string vr)
    {
        var source = new InstanceBuilder().Text("PatientName", "WOLPERTINKEL^HULDA", vr).Text("Manufacturer", "for Wolpertinkel").Build();

        Assert.Equal("for [removed]", Deidentified.Reading(source).Find("Manufacturer")!.Text);
    }

    [Theory]
    [InlineData("utf-8", "Волпертинков")]
    [InlineData("iso-8859-5", "Волпертинков")]
    [InlineData("shift_jis", "山猿五郎")]
    [InlineData("big5", "王小明")]
    public void A_name_in_an_undeclared_character_set_is_known_by_its_bytes(string encoding, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(encoding).GetBytes(name);
        var source = new InstanceBuilder()
            .Add("PatientName", dataset => dataset.Bytes("PatientName", [.. bytes, .. "^X"u8]))
            .Add("Manufacturer", dataset => dataset.Bytes("Manufacturer", [.. "for "u8, .. bytes])).Build();

        Assert.Equal("for [removed]", Deidentified.Reading(source).Find("Manufacturer")!.Text);
    }

    [Theory]
    [InlineData("이^상", "판독: 오수빈\n이상 소견 없음", "판독: [removed]\n이상 소견 없음")]
    [InlineData("Gómez^María", "Técnico: Gómez, el miércoles", "Técnico: [removed], el miércoles")]
    [InlineData("Yang^Sung", "판독: 유하늘\n모야모야병, Suzuki stage III. 카와사키병 관상동맥류.\n파킨슨병, 루이체 치매. FDG PET에서 알츠하이머 양상.\n병동 93 담당간호사 유동현에게 critical finding 구두 통보함 (14:20).", "판독: [removed]\n모야모야병, Suzuki stage III. 카와사키병 관상동맥류.\n파킨슨병, 루이체 치매. FDG PET에서 알츠하이머 양상.\n병동 [removed] 담당간호사 [removed]에게 critical finding 구두 통보함 (14:20).")]
    public void A_report_stays_where_its_words_are_no_name_in_the_encoding_of_the_file(string name, string text, string expected)
    {
        var source = new InstanceBuilder().Text("SpecificCharacterSet", "ISO_IR 192")
            .Add("PatientName", dataset => dataset.Bytes("PatientName", Encoding.UTF8.GetBytes(name)))
            .Add("ImageComments", dataset => dataset.Bytes("ImageComments", Encoding.UTF8.GetBytes(text))).Build();

        var cleaned = Deidentified.Reading(source, Deidentified.Profile(ProfileBuilder.Research)).Find("ImageComments")!.Text;

        Assert.Equal(expected, Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(cleaned)));
    }

    private static string Name(Tag tag) => $"{tag.Value:X8}";
}

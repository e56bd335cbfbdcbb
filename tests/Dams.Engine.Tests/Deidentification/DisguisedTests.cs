using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What is known of a patient in writings that hide it: across values, in other encodings, as escapes, in bytes.</summary>
public sealed class DisguisedTests
{
    private static readonly string[] Profiles = [ProfileBuilder.Basic, ProfileBuilder.Research];

    [Theory]
    [InlineData("LongCodeValue", @"\\WOLPERTINKEL-PC\share", @"\\[removed]\share")]
    [InlineData("LongCodeValue", @"\\moorhen-server7\share", @"\\[removed]\share")]
    [InlineData("LongCodeValue", @"Abdomen, C:\Users\othmifejek\dicom", @"Abdomen, C:\Users\[removed]\dicom")]
    [InlineData("Manufacturer", @"Wolper\tinkel", @"[removed]\[removed]")]
    [InlineData("Manufacturer", @"Liver\of Hulda\Wolpertinkel, twice", @"Liver\of [removed]\[removed], twice")]
    [InlineData("Manufacturer", @"4410\9770", @"[removed]\[removed]")]
    [InlineData("ImageType", @"ORIGINAL\PRIMARY\WOLPER\TINKEL", @"ORIGINAL\PRIMARY\REMOVED\REMOVED")]
    [InlineData("Manufacturer", @"4\4\1\0\9\7\7\0", @"4\4\1\0\9\7\7\0")]
    [InlineData("Manufacturer", @"Liver\Spleen\", @"Liver\Spleen\")]
    public void What_goes_on_over_a_backslash_goes_and_the_number_of_values_stays(string attribute, string text, string expected) =>
        Assert.All(Profiles, profile => Assert.Equal(expected, Cleaned(SecretPatient.Instance().Text(attribute, text), attribute, profile)));

    [Fact]
    public void Terms_of_the_standard_stay_beside_each_other_though_a_patient_is_called_so()
    {
        var source = new InstanceBuilder().Text("PatientName", "Axial^Primary").Text("ImageType", @"ORIGINAL\PRIMARY\AXIAL");

        Assert.All(Profiles, profile => Assert.Equal(@"ORIGINAL\PRIMARY\AXIAL", Cleaned(source, "ImageType", profile)));
    }

    [Theory]
    [InlineData("Dvořáková^Jiří", 65001)]
    [InlineData("Dvořáková^Jiří", 1250)]
    [InlineData("Wölpertänkel^Åsa", 850)]
    [InlineData("Волпертинков^Иван", 1251)]
    [InlineData("Волпертинков^Иван", 20866)]
    [InlineData("홍^길동", 65001)]
    [InlineData("홍^길동", 949)]
    [InlineData("山猿^五郎", 932)]
    [InlineData("山猿^五郎", 51932)]
    [InlineData("王^小明", 54936)]
    [InlineData("王^小明", 950)]
    public void A_name_in_an_encoding_that_the_file_does_not_declare_goes(string name, int codePage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var written = encoding.GetBytes(name.Replace("^", " "));
        var source = new InstanceBuilder().Text("SpecificCharacterSet", "ISO_IR 192").Text("PatientID", "44109770")
            .Add("PatientName", dataset => dataset.Bytes("PatientName", Encoding.UTF8.GetBytes(name)))
            .Sequence("PerformedProtocolCodeSequence", item => item.Text("SpecificCharacterSet", "ISO_IR 100").Bytes("CodeMeaning", [.. "of "u8.ToArray(), .. written])).Build();

        Assert.All(Profiles, profile => Assert.Equal(-1, Deidentified.Bytes(source, Deidentified.Profile(profile)).AsSpan().IndexOf(written)));
    }

    [Fact]
    public void A_text_in_another_encoding_that_names_nobody_stays()
    {
        var written = Encoding.UTF8.GetBytes("Übersicht für Müller");
        var source = SecretPatient.Instance().Text("SpecificCharacterSet", "ISO_IR 100").Add("Manufacturer", dataset => dataset.Bytes("Manufacturer", written));

        Assert.Equal(written, Deidentified.Reading(source.Build()).Find("Manufacturer")!.Value.Take(written.Length));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_name_with_an_accent_does_not_stay_in_bytes(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes("monitor of WÖLPERTÄNKEL..");
        var source = new InstanceBuilder().Text("SpecificCharacterSet", "ISO_IR 192").Add("PatientName", dataset => dataset.Bytes("PatientName", Encoding.UTF8.GetBytes("Wölpertänkel^Åsa")))
            .Add("ICCProfile", dataset => dataset.Bytes("ICCProfile", bytes, "OB")).Build();

        Assert.All(Profiles, profile => Assert.Equal(-1, Deidentified.Bytes(source, Deidentified.Profile(profile)).AsSpan().IndexOf(bytes)));
    }

    [Theory]
    [InlineData("of 홍길동 there")]
    [InlineData("study 1.2.3.77.4711.2 ")]
    [InlineData("born 1949-09-11 ")]
    [InlineData("born 11.09.1949 ")]
    [InlineData("call +41 55 5567 8899 ")]
    [InlineData("from Moorhenlow Lane 9 ")]
    [InlineData("oWplreitknle")]
    [InlineData("W loeptrniek l")]
    public void What_is_known_does_not_stay_in_bytes(string text)
    {
        var source = new InstanceBuilder().Text("SpecificCharacterSet", "ISO_IR 192").Text("StudyInstanceUID", "1.2.3.77.4711.2").Text("PatientBirthDate", "19490911")
            .Text("PatientTelephoneNumbers", "+41 55 5567 8899").Text("PatientAddress", "Moorhenlow Lane 9")
            .Text("PatientID", "44109770").Add("PatientName", dataset => dataset.Bytes("PatientName", Encoding.UTF8.GetBytes("Wolpertinkel^Hulda=홍^길동")))
            .Add("ICCProfile", dataset => dataset.Bytes("ICCProfile", [.. new byte[128], .. Encoding.UTF8.GetBytes(text), .. new byte[40]], "OB")).Build();

        Assert.All(Profiles, profile => Assert.Equal(-1, Deidentified.Bytes(source, Deidentified.Profile(profile)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Bytes_that_name_nobody_stay()
    {
        var bytes = Encoding.ASCII.GetBytes("sRGB IEC61966-2.1, version 2.4.0.0, 20150417, 1.2.840.10008.1.5.1");
        var source = SecretPatient.Instance().Add("ICCProfile", dataset => dataset.Bytes("ICCProfile", bytes, "OB"));

        Assert.All(Profiles, profile => Assert.Equal(bytes, Deidentified.Reading(source.Build(), Deidentified.Profile(profile)).Find("ICCProfile")!.Value.Take(bytes.Length)));
    }

    [Theory]
    [InlineData("44109770.0", "0")]
    [InlineData("+44109770", "0")]
    [InlineData("4.410977E7", "0")]
    [InlineData("044109770", "0")]
    [InlineData(@"1\44109770", "0")]
    [InlineData("19490911", "0")]
    [InlineData("44109771.0", "44109771.0")]
    [InlineData("0.44109770", "0.44109770")]
    [InlineData(@"4410\9770", @"4410\9770")]
    public void A_number_that_is_the_patients_goes_however_it_is_written(string text, string expected) => Assert.All(Profiles, profile =>
        Assert.Equal(expected, Cleaned(SecretPatient.Instance().Text("PatientBirthDate", "19490911").Text("SliceThickness", text), "SliceThickness", profile)));

    [Theory]
    [InlineData("DWI b800 11 09 1949", "DWI b800 [removed]")]
    [InlineData("seq 110949", "seq [removed]")]
    [InlineData("seq 091149", "seq [removed]")]
    [InlineData("seq 110950", "seq 110950")]
    public void A_birth_date_goes_beside_other_numbers_and_without_signs(string text, string expected) => Assert.All(Profiles, profile =>
        Assert.Equal(expected, Cleaned(SecretPatient.Instance().Text("PatientBirthDate", "19490911").Text("Manufacturer", text), "Manufacturer", profile)));

    [Fact]
    public void A_meaning_that_belongs_to_no_code_is_no_term_of_a_scheme() => Assert.All(Profiles, profile => Assert.Equal("by Dr [removed]",
        Cleaned(SecretPatient.Instance().Text("CodingSchemeDesignator", "DCM").Text("CodeMeaning", "by Dr Xannakenex"), "CodeMeaning", profile)));

    [Fact]
    public void The_role_of_a_responsible_person_stays_with_somebody_to_have_it()
    {
        var output = Deidentified.Reading(SecretPatient.Instance().Text("SOPClassUID", "1.2.840.10008.5.1.4.1.1.2").Text("ResponsiblePerson", "Owner^Olga").Text("ResponsiblePersonRole", "OWNER").Build());

        Assert.Equal(("REMOVED", "OWNER"), (output.Find("ResponsiblePerson")!.Text.TrimEnd(), output.Find("ResponsiblePersonRole")!.Text.TrimEnd()));
    }

    private static string? Cleaned(InstanceBuilder source, string attribute, string profile) =>
        Deidentified.Reading(source.Build(), Deidentified.Profile(profile)).Find(attribute)?.Text.TrimEnd();
}

using System;
using System.Collections.Generic;
using System.Globalization;
using Dams.Subjects;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Texts that no rule names, where descriptors are cleaned: what is known of the patient goes, the rest stays.</summary>
public sealed class UnlistedTextTests
{
    [Theory]
    [InlineData("Maker 11.03.2024", "Maker {0:dd.MM.yyyy}")]
    [InlineData("T1_20240311", "T1_{0:yyyyMMdd}")]
    [InlineData("11 Mar 2024 x", "{0:dd MMM yyyy} x")]
    [InlineData("born 17.08.1952", "born [removed]")]
    public void A_known_date_is_moved(string text, string form)
    {
        var day = DateTime.ParseExact(DateShift.ForSubject(TestKey.Key, Deidentified.Identity.Subject).Shift("20240311")!, "yyyyMMdd", CultureInfo.InvariantCulture);

        Assert.Equal(string.Format(CultureInfo.InvariantCulture, form, day), Clean("Manufacturer", text));
    }

    [Theory]
    [InlineData("V 2019-11-24")]
    [InlineData("3 of 24, 11 mm")]
    [InlineData("1.11.24.3")]
    public void A_date_that_is_not_known_stays(string text) => Assert.Equal(text, Clean("Manufacturer", text));

    [Theory]
    [InlineData("tech: Brelvan", "tech: [removed]")]
    [InlineData("referring physician: Jask Klevmit", "referring physician: [removed]")]
    [InlineData("done by: Brelvan", "done by: [removed]")]
    [InlineData("chart # 48213", "chart # [removed]")]
    [InlineData("case no. 4821377", "case no. [removed]")]
    [InlineData("insurance: AB48213", "insurance: [removed]")]
    [InlineData("call (986) 267-7071", "call [removed]")]
    [InlineData("986-267-7071", "[removed]")]
    [InlineData("ahv 756.1234.5678.97", "ahv [removed]")]
    [InlineData("x 756.1234.5678.97", "x [removed]")]
    [InlineData("room no. 312", "room no. [removed]")]
    [InlineData("woman, 93 y/o", "woman, [removed] y/o")]
    [InlineData("see www.brelvan-clinic.org/x", "see [removed]")]
    [InlineData("IP 10.20.30.40", "IP [removed]")]
    [InlineData("45 Brelvan Road", "[removed]")]
    [InlineData("record 482133", "record [removed]")]
    [InlineData("wife Brelvana", "wife [removed]")]
    [InlineData("10.20.130.7", "[removed]")]
    [InlineData("ID 482133", "ID [removed]")]
    [InlineData("Pat-ID 48213", "Pat-ID [removed]")]
    [InlineData("woman, 95 y", "woman, [removed] y")]
    [InlineData("12 rue de Brelvan", "[removed]")]
    [InlineData("Acc. No. 482133", "Acc. No. [removed]")]
    [InlineData("Prof. Dr. med. Brelvan", "Prof. Dr. med. [removed]")]
    [InlineData("DOB 1961/03/04", "DOB [removed]")]
    [InlineData("geb. 4 March 1961", "geb. [removed]")]
    [InlineData("born March 4, 1961", "born [removed]")]
    [InlineData("host brelvan-pc01", "host [removed]")]
    [InlineData("Brelvan Road 5", "[removed]")]
    [InlineData("Zimmer 4816, T2", "Zimmer [removed], T2")]
    [InlineData("Ospedale Brelvan", "Ospedale [removed]")]
    [InlineData("read by Jask Klevmit, MD", "read by [removed], MD")]
    [InlineData("102 years", "[removed] years")]
    [InlineData("0041792272873", "[removed]")]
    [InlineData("/home/jklevmit/scan", "/home/[removed]/scan")]
    public void What_a_label_or_its_form_announces_goes_from_technical_text(string text, string expected) =>
        Assert.Equal(expected, Clean("Manufacturer", text));

    [Theory]
    [InlineData(@"C:\Users\jklevmit\x", @"C:\Users\[removed]\x")]
    [InlineData(@"see \\brelvan-server\share", @"see \\[removed]\share")]
    public void The_path_of_a_machine_or_of_somebodys_folder_goes(string text, string expected) => Assert.Equal(expected, Clean("SegmentDescription", text));

    [Theory]
    [InlineData("Name: Brelfit")]
    [InlineData("reader: Brelvis")]
    [InlineData("case 2 of 3")]
    [InlineData("chart 2048 x 2048")]
    [InlineData("S/N 48213")]
    [InlineData("V 10.20.30.40")]
    [InlineData("host adapter 2")]
    [InlineData("Zenition Laboratories")]
    [InlineData("Brelvon Medical Systems")]
    [InlineData("tech: x2")]
    [InlineData("room temperature")]
    [InlineData("95 % of 120 mm")]
    public void What_is_technical_stays(string text) => Assert.Equal(text, Clean("Manufacturer", text));

    [Theory]
    [InlineData("ACC-998877")]
    [InlineData("no. 998877")]
    [InlineData("acc 00998877")]
    public void A_known_number_goes_with_or_without_its_letters(string text) =>
        Assert.DoesNotContain("998877", Clean("Manufacturer", text), StringComparison.Ordinal);

    [Fact]
    public void A_longer_number_that_holds_a_known_one_stays() => Assert.Equal("1998877 a", Clean("Manufacturer", "1998877 a"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_known_name_goes_from_the_codes_of_a_report(bool isCleaned)
    {
        var source = new InstanceBuilder("1.2.840.10008.5.1.4.1.1.88.33").Sequence("ContentSequence", item => item
            .Text("ValueType", "CODE")
            .Sequence("ConceptCodeSequence", code => code.Text("CodeMeaning", "lesion of Erika Muster"))).Build();
        var profile = isCleaned ? ProfileOf.Research(Dams.ProfileOption.CleanStructuredContent) : ProfileOf.Research();

        var output = Deidentified.Reading(source, profile);

        Assert.Contains(output.All, element => element.Tag == FileReading.TagOf("CodeMeaning") && element.Text == "lesion of [removed]");
    }

    [Theory]
    [InlineData("InstitutionName", "Klinikum Brelvan", ProfileOption.RetainInstitutionIdentity)]
    [InlineData("DetectorID", "ID 482133", ProfileOption.RetainDeviceIdentity)]
    [InlineData("EthnicGroup", "tech: Brelvan", ProfileOption.RetainPatientCharacteristics)]
    public void What_an_option_keeps_loses_what_is_known_alone(string attribute, string text, ProfileOption option)
    {
        var profile = ProfileBuilder.Build(new ProfileRequest(ProfileBuilder.Basic, [option], [], [], new Dictionary<string, string>()));

        Assert.Equal(text, Deidentified.Reading(new InstanceBuilder().Text(attribute, text).Build(), profile).Find(attribute)!.Text);
    }

    [Fact]
    public void Where_institutions_are_kept_they_stay_in_texts()
    {
        var profile = ProfileOf.Research(ProfileOption.RetainInstitutionIdentity);
        var source = new InstanceBuilder().Text("ImageComments", "from Klinikum Brelvan").Text("Manufacturer", "Klinikum Brelvan").Build();

        Assert.Equal(("from Klinikum Brelvan", "Klinikum Brelvan"), (Deidentified.Reading(source, profile).Find("ImageComments")!.Text, Deidentified.Reading(source, profile).Find("Manufacturer")!.Text));
    }

    private static string Clean(string attribute, string text) => Deidentified.Reading(
        new InstanceBuilder().Text("StudyDate", "20240311").Text("AccessionNumber", "ACC998877").Text(attribute, text).Build(),
        ProfileOf.Research()).Find(attribute)!.Text;
}

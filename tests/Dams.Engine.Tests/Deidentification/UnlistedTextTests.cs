using System;
using System.Globalization;
using System.Linq;
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
    [InlineData("InstitutionAddress", "Brelvanstrasse 12, 8091 Brelvan", ProfileOption.RetainInstitutionIdentity)]
    [InlineData("DeviceSerialNumber", "S/N 482133", ProfileOption.RetainDeviceIdentity)]
    [InlineData("DeviceSerialNumber", "20190312", ProfileOption.RetainDeviceIdentity)]
    [InlineData("DeviceSerialNumber", "172.16.193.2", ProfileOption.RetainDeviceIdentity)]
    [InlineData("StationName", "CT-4821 Brelfit", ProfileOption.RetainDeviceIdentity)]
    [InlineData("DeviceLabel", "S/N 482133, ID 482133", ProfileOption.RetainDeviceIdentity)]
    [InlineData("XRayDetectorLabel", "Rigid arm, 10.20.130.7", ProfileOption.RetainDeviceIdentity)]
    [InlineData("EthnicGroup", "Brelvan", ProfileOption.RetainPatientCharacteristics)]
    public void What_an_option_is_for_stays(string attribute, string text, ProfileOption option) => Assert.Equal(text, Clean(attribute, text, ProfileOf.Basic(option)));

    [Theory]
    [InlineData("EthnicGroup", "tech: Brelvan", "tech: [removed]", ProfileOption.RetainPatientCharacteristics)]
    [InlineData("EthnicGroup", "ID 482133", "ID [removed]", ProfileOption.RetainPatientCharacteristics)]
    [InlineData("StationName", "MRN 482133", "MRN [removed]", ProfileOption.RetainDeviceIdentity)]
    [InlineData("DetectorID", "Mrs Brelvan", "Mrs [removed]", ProfileOption.RetainDeviceIdentity)]
    [InlineData("CassetteID", "tel 044 271 82 81", "[removed]", ProfileOption.RetainDeviceIdentity)]
    [InlineData("DeviceDescription", "aged 93", "aged [removed]", ProfileOption.RetainDeviceIdentity)]
    [InlineData("DeviceLabel", "08.05.86", "[removed]", ProfileOption.RetainDeviceIdentity)]
    [InlineData("XRayDetectorLabel", "Name: Brelvana", "Name: [removed]", ProfileOption.RetainDeviceIdentity)]
    [InlineData("StationName", "8091 Brelvan", "[removed]", ProfileOption.RetainDeviceIdentity)]
    public void Who_is_announced_where_an_option_keeps_something_else_goes(string attribute, string text, string expected, ProfileOption option) =>
        Assert.Equal(expected, Clean(attribute, text, ProfileOf.Basic(option)));

    [Theory]
    [InlineData("CodeValue", "patient Brelvan", "patient [x]")]
    [InlineData("LongCodeValue", "pat. no. 48213", "pat. no. [removed]")]
    [InlineData("CodingSchemeName", "MRN: 8921376", "MRN: [removed]")]
    [InlineData("CodingSchemeDesignator", "Mme Brelvan", "Mme [removed]")]
    [InlineData("MappingResourceName", "Praxis Brelvan", "Praxis [removed]")]
    public void Who_is_announced_in_a_code_goes(string attribute, string text, string expected) => Assert.Equal(expected, Clean(attribute, text));

    [Theory]
    [InlineData("CodeValue", "20190312")]
    [InlineData("CodeValue", "T-D4000")]
    [InlineData("CodeValue", "50242-040-62")]
    [InlineData("CodingSchemeDesignator", "NCIt")]
    [InlineData("CodingSchemeName", "Logical Observation Identifiers Names and Codes")]
    [InlineData("MappingResourceName", "DICOM Content Mapping Resource")]
    public void A_code_stays(string attribute, string text) => Assert.Equal(text, Clean(attribute, text));

    [Theory]
    [InlineData("SCT", "Patient: Klatskin tumor", "Patient: Klatskin tumor")]
    [InlineData("DCM", "Person Observer's Role: Brelvan", "Person Observer's Role: Brelvan")]
    [InlineData("NCIt", "Dr. Brelvan syndrome", "Dr. Brelvan syndrome")]
    [InlineData("99BRELVAN", "seen by Dr. Brelvan", "seen by Dr. [removed]")]
    [InlineData("L", "seen by Dr. Brelvan", "seen by Dr. [removed]")]
    [InlineData("tech: Brelvan", "seen by Dr. Brelvan", "seen by Dr. [removed]")]
    [InlineData("Klinik lokal", "seen by Dr. Brelvan", "seen by Dr. [removed]")]
    public void The_words_of_a_published_scheme_stay_and_those_of_a_hospital_are_searched(string scheme, string meaning, string expected)
    {
        var source = new InstanceBuilder().Sequence("ProcedureCodeSequence", code => code.Text("CodingSchemeDesignator", scheme).Text("CodeMeaning", meaning)).Build();

        var code = Deidentified.Reading(source).Find("ProcedureCodeSequence")!.Items!.Single();
        Assert.Equal(expected, FileReading.Find(code.Elements, "CodeMeaning")!.Text);
    }

    [Theory]
    [InlineData("Name: Brelvana; FLAIR axial", "Name: [removed]; FLAIR axial")]
    [InlineData("Nom: Brelvana", "Nom: [removed]")]
    [InlineData("Name: Tobias", "Name: [removed]")]
    [InlineData("FLAIR axial Name: Brelvana", "FLAIR axial Name: [removed]")]
    [InlineData("Bone kernel Name: Brelvana, Bone kernel", "Bone kernel Name: [removed], Bone kernel")]
    [InlineData("per Brelvan RT(R)", "per [removed] RT(R)")]
    [InlineData("Jask Brelvan RT (CT)(MR)", "[removed] RT (CT)(MR)")]
    [InlineData("8091 Brelvan", "[removed]")]
    [InlineData("Liver 3 mm 8091 Brelvan, T2", "Liver 3 mm [removed], T2")]
    [InlineData("Via Brelvana 7", "[removed]")]
    [InlineData("Calle de Brelvana, 12", "[removed]")]
    [InlineData("lives in Brelvana", "lives in [removed]")]
    [InlineData("verlegt aus Brelvana", "verlegt aus [removed]")]
    [InlineData("DWI b800 Brelvan Lane", "DWI b800 Brelvan Lane")]
    public void A_person_or_a_place_in_a_technical_text_goes(string text, string expected) => Assert.Equal(expected, Clean("ReconstructionMethod", text));

    [Fact]
    public void What_goes_on_from_one_value_to_the_next_takes_no_context_away()
    {
        var source = new InstanceBuilder().Text("PatientName", "Head^White").Text("WindowCenterWidthExplanation", @"patient: Head\W. Head\head coil").Build();

        Assert.Equal(@"patient: [removed]\[removed]\head coil", Deidentified.Reading(source).Find("WindowCenterWidthExplanation")!.Text);
    }

    [Theory]
    [InlineData("Protocol Name: Brelvis")]
    [InlineData("coil name: Brelfit")]
    [InlineData("Name: Siemens")]
    [InlineData("Name: T2")]
    [InlineData("Lung RT(R)")]
    [InlineData("per Siemens RT")]
    [InlineData("2000 Becquerel")]
    [InlineData("4500 TR")]
    [InlineData("3000 Nova X")]
    [InlineData("near Brelvis filter")]
    [InlineData("via catheter 7")]
    [InlineData("Via Port 2")]
    public void What_a_method_is_called_stays(string text) => Assert.Equal(text, Clean("ReconstructionMethod", text));

    [Theory]
    [InlineData("OEC 9900 Zelite")]
    [InlineData("Mammomat 3000 Nova")]
    [InlineData("15.04.04")]
    [InlineData("20190312")]
    [InlineData("Name: Brelfit")]
    public void A_model_and_a_version_stay(string text)
    {
        string[] attributes = ["ManufacturerModelName", "SoftwareVersions", "Manufacturer"];

        Assert.All(attributes, attribute => Assert.Equal((text, text), (Clean(attribute, text), Clean(attribute, text, ProfileOf.Basic()))));
    }

    [Theory]
    [InlineData("serial no. 482133", "serial no. [removed]")]
    [InlineData("S/N: AB48213", "S/N: [removed]")]
    public void The_number_of_a_device_goes_where_devices_are_not_kept(string text, string expected) =>
        Assert.Equal((expected, text), (Clean("SoftwareVersions", text, ProfileOf.Basic()), Clean("SoftwareVersions", text)));

    [Fact]
    public void Where_institutions_are_kept_they_stay_in_texts()
    {
        var profile = ProfileOf.Research(ProfileOption.RetainInstitutionIdentity);
        var source = new InstanceBuilder().Text("ImageComments", "from Klinikum Brelvan").Text("Manufacturer", "Klinikum Brelvan").Build();

        Assert.Equal(("from Klinikum Brelvan", "Klinikum Brelvan"), (Deidentified.Reading(source, profile).Find("ImageComments")!.Text, Deidentified.Reading(source, profile).Find("Manufacturer")!.Text));
    }

    private static string Clean(string attribute, string text, Profile? profile = null) => Deidentified.Reading(
        new InstanceBuilder().Text("StudyDate", "20240311").Text("AccessionNumber", "ACC998877").Text(attribute, text).Build(),
        profile ?? ProfileOf.Research()).Find(attribute)!.Text;
}

using System.Linq;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>Which images are suspected of text, why, and what their output says of it.</summary>
public sealed class BurnedInTextTests
{
    private const string CT = "1.2.840.10008.5.1.4.1.1.2", MR = "1.2.840.10008.5.1.4.1.1.4", DX = "1.2.840.10008.5.1.4.1.1.1.1",
        Capture = "1.2.840.10008.5.1.4.1.1.7", Slide = "1.2.840.10008.5.1.4.1.1.77.1.6";

    [Theory]
    [InlineData("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY", "Ultrasound")]
    [InlineData("XA", "1.2.840.10008.5.1.4.1.1.12.1", "ORIGINAL\\PRIMARY\\SINGLE PLANE", "XRayAngiography")]
    [InlineData("ES", "1.2.840.10008.5.1.4.1.1.77.1.1", "ORIGINAL\\PRIMARY", "Endoscopy")]
    [InlineData("OT", Capture, "DERIVED\\SECONDARY", "SecondaryCapture, OtherModality")]
    [InlineData("CT", Capture, "DERIVED\\SECONDARY", "SecondaryCapture")]
    [InlineData("CR", "1.2.840.10008.5.1.4.1.1.1", "ORIGINAL\\PRIMARY", "RadiographLabel")]
    [InlineData("DX", DX, "ORIGINAL\\PRIMARY", "RadiographLabel")]
    [InlineData("MG", "1.2.840.10008.5.1.4.1.1.1.2", "DERIVED\\PRIMARY", "RadiographLabel")]
    [InlineData("CT", CT, "DERIVED\\SECONDARY\\VRT", "Rendering")]
    [InlineData("MR", MR, "DERIVED\\SECONDARY\\VOLUME_RENDER", "Rendering")]
    [InlineData("PT", CT, "DERIVED\\SECONDARY\\FUSED", "Fusion")]
    [InlineData("MR", MR, "DERIVED\\SECONDARY\\OTHER\\CSA RESULT", "ResultImage")]
    [InlineData("CT", CT, "DERIVED\\SECONDARY\\SCREEN SAVE", "ScreenCapture")]
    [InlineData("CT", CT, "DERIVED\\SECONDARY", "DerivedImage")]
    [InlineData("SM", Slide, "ORIGINAL\\PRIMARY\\LABEL\\NONE", "SlideLabel")]
    [InlineData("XX", "1.2.3.999", "ORIGINAL\\PRIMARY", "UnknownKind")]
    public void An_image_of_a_kind_with_text_is_suspected_and_the_result_says_why(string modality, string sopClass, string type, string reason) =>
        Assert.Equal((BurnedInText.Suspected, reason), Judge(Image(modality, sopClass, type)));

    [Theory]
    [InlineData("CT", CT, "ORIGINAL\\PRIMARY\\AXIAL")]
    [InlineData("CT", CT, "ORIGINAL\\PRIMARY\\LOCALIZER")]
    [InlineData("CT", CT, "DERIVED\\SECONDARY\\REFORMATTED\\AVERAGE")]
    [InlineData("MR", MR, "ORIGINAL\\PRIMARY\\M\\ND\\DIS3D")]
    [InlineData("MR", MR, "DERIVED\\SECONDARY\\OTHER")]
    [InlineData("MR", MR, "DERIVED\\SECONDARY\\MPR\\CSA MPR\\\\CSAPARALLEL\\M\\ND\\NORM")]
    [InlineData("MR", MR, "DERIVED\\PRIMARY\\DIFFUSION\\ADC\\ND\\NORM")]
    [InlineData("PT", "1.2.840.10008.5.1.4.1.1.128", "ORIGINAL\\PRIMARY")]
    [InlineData("NM", "1.2.840.10008.5.1.4.1.1.20", "DERIVED\\PRIMARY\\RECON TOMO\\EMISSION")]
    [InlineData("SEG", "1.2.840.10008.5.1.4.1.1.66.4", "DERIVED\\PRIMARY")]
    [InlineData("RTDOSE", "1.2.840.10008.5.1.4.1.1.481.2", "")]
    [InlineData("SM", Slide, "ORIGINAL\\PRIMARY\\VOLUME\\NONE")]
    public void An_image_of_a_plain_kind_is_not_suspected(string modality, string sopClass, string type) =>
        Assert.Equal((BurnedInText.None, "None"), Judge(Image(modality, sopClass, type)));

    [Theory]
    [InlineData("RGB")]
    [InlineData("PALETTE COLOR")]
    public void A_CT_in_colours_is_a_picture_that_somebody_made(string photometric) =>
        Assert.Equal((BurnedInText.Suspected, "ColourImage"), Judge(Image("CT", CT, "ORIGINAL\\PRIMARY\\AXIAL").Text("PhotometricInterpretation", photometric)));

    [Theory]
    [InlineData("CT Fused PET", "Fusion")]
    [InlineData("VRT heart", "Rendering")]
    public void A_description_tells_what_a_derived_image_shows(string description, string reason) =>
        Assert.Equal((BurnedInText.Suspected, reason), Judge(Image("CT", CT, "DERIVED\\SECONDARY\\OTHER").Text("SeriesDescription", description)));

    [Fact]
    public void A_description_of_an_original_image_is_about_the_patient() =>
        Assert.Equal(BurnedInText.None, Judge(Image("CT", CT, "ORIGINAL\\PRIMARY\\AXIAL").Text("SeriesDescription", "L4/5 after fusion")).Text);

    [Theory]
    [InlineData("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY")]
    [InlineData("OT", Capture, "ORIGINAL\\PRIMARY")]
    [InlineData("CT", Capture, "ORIGINAL\\PRIMARY")]
    [InlineData("XA", "1.2.840.10008.5.1.4.1.1.12.1", "ORIGINAL\\PRIMARY")]
    [InlineData("ES", "1.2.840.10008.5.1.4.1.1.77.1.1", "ORIGINAL\\PRIMARY")]
    [InlineData("CT", CT, "DERIVED\\SECONDARY\\MPR")]
    [InlineData("CT", CT, "DERIVED\\PRIMARY\\AXIAL")]
    [InlineData("DX", DX, "DERIVED\\PRIMARY")]
    [InlineData("DX", DX, "ORIGINAL\\PRIMARY")]
    [InlineData("MG", "1.2.840.10008.5.1.4.1.1.1.2", "ORIGINAL\\PRIMARY")]
    [InlineData("CR", "1.2.840.10008.5.1.4.1.1.1", "ORIGINAL\\PRIMARY")]
    public void A_NO_is_not_believed_and_does_not_leave(string modality, string sopClass, string type)
    {
        var image = Image(modality, sopClass, type).Text("BurnedInAnnotation", "NO");

        Assert.Equal(BurnedInText.Suspected, Judge(image).Text);
        foreach (var profile in new[] { ProfileOf.Basic(), ProfileOf.Research(), ProfileOf.Basic(ProfileOption.CleanPixelData) })
            Assert.NotEqual("NO", Deidentified.Reading(image.Build(), profile).Find("BurnedInAnnotation")?.Text);
    }

    [Theory]
    [InlineData("CT", CT, "ORIGINAL\\PRIMARY\\AXIAL")]
    [InlineData("MR", MR, "ORIGINAL\\PRIMARY\\M\\SE")]
    [InlineData("SM", Slide, "ORIGINAL\\PRIMARY\\VOLUME\\NONE")]
    [InlineData("SEG", "1.2.840.10008.5.1.4.1.1.66.4", "DERIVED\\PRIMARY")]
    [InlineData("OT", "1.2.840.10008.5.1.4.1.1.30", "DERIVED\\PRIMARY")]
    public void A_NO_of_a_plain_kind_stays(string modality, string sopClass, string type)
    {
        var image = Image(modality, sopClass, type).Text("BurnedInAnnotation", "NO");

        Assert.Equal(BurnedInText.None, Judge(image).Text);
        Assert.Equal("NO", Deidentified.Reading(image.Build()).Find("BurnedInAnnotation")?.Text);
    }

    [Theory]
    [InlineData("No")]
    [InlineData("NO\\NO")]
    [InlineData("NO\\YES")]
    public void A_NO_does_not_leave_in_another_form(string claim)
    {
        var image = Image("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY").Text("BurnedInAnnotation", claim);

        Assert.Null(Deidentified.Reading(image.Build()).Find("BurnedInAnnotation"));
    }

    [Theory]
    [InlineData("DERIVED\\SECONDARY\\AXIAL", true, 2, true)]
    [InlineData("DERIVED\\PRIMARY", true, 2, true)]
    [InlineData("DERIVED\\SECONDARY\\AXIAL", true, 3, false)]
    [InlineData("DERIVED\\SECONDARY\\AXIAL", false, 2, false)]
    [InlineData("DERIVED\\SECONDARY\\SCREEN SAVE", true, 2, false)]
    [InlineData("DERIVED\\SECONDARY\\MASK", true, 9, true)]
    [InlineData("DERIVED\\SECONDARY\\MASK", false, 9, false)]
    public void A_mask_that_is_stored_as_an_image_is_no_picture(string type, bool hasPlane, int values, bool isMask)
    {
        var image = Image("CT", CT, type).Add("PixelData", dataset => dataset.Bytes("PixelData", [.. Enumerable.Range(0, 64).Select(i => (byte)(i % values))], "OB"));
        if (hasPlane)
            image.Text("ImagePositionPatient", "0\\0\\5").Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").Text("FrameOfReferenceUID", "1.2.3.9");

        Assert.Equal(isMask ? BurnedInText.None : BurnedInText.Suspected, Judge(image).Text);
        Assert.Equal(isMask ? BurnedInText.None : BurnedInText.Suspected, Judge(image.Text("BurnedInAnnotation", "NO")).Text);
    }

    [Theory]
    [InlineData("SR", "1.2.840.10008.5.1.4.1.1.88.33")]
    [InlineData("DOC", "1.2.840.10008.5.1.4.1.1.104.1")]
    [InlineData("RTPLAN", "1.2.840.10008.5.1.4.1.1.481.5")]
    [InlineData("XX", "1.2.3.999")]
    public void Of_what_has_no_pixels_nothing_is_suspected(string modality, string sopClass) =>
        Assert.Equal((BurnedInText.None, "None"), Judge(Image(modality, sopClass, "").Without("PixelData")));

    [Theory]
    [InlineData("SEG")]
    [InlineData("RTDOSE")]
    public void A_capture_is_one_whatever_modality_it_names(string modality) =>
        Assert.Equal((BurnedInText.Suspected, "SecondaryCapture"), Judge(Image(modality, Capture, "DERIVED\\SECONDARY")));

    [Fact]
    public void Where_the_class_requires_an_answer_it_is_YES() => Assert.Equal(
        "YES",
        Deidentified.Reading(Image("DX", DX, "DERIVED\\PRIMARY").Text("BurnedInAnnotation", "NO").Build()).Find("BurnedInAnnotation")?.Text);

    [Fact]
    public void Encode_leaves_what_an_image_says_of_itself()
    {
        var source = Image("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY").Text("BurnedInAnnotation", "NO").Build();

        Assert.Equal("NO", Deidentified.Reading(source, Deidentified.Encode).Find("BurnedInAnnotation")?.Text);
    }

    [Fact]
    public void Encode_says_that_it_leaves_text_where_it_may_be() => Assert.Equal(
        (BurnedInText.Suspected, "Ultrasound"), Judge(Image("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY"), Deidentified.Encode));

    [Theory]
    [InlineData("US", "1.2.840.10008.5.1.4.1.1.6.1", "", false)]
    [InlineData("OT", Capture, "YES", false)]
    [InlineData("CT", CT, "", true)]
    public void The_code_of_clean_pixel_data_is_written_only_where_no_text_is_suspected(string modality, string sopClass, string claim, bool isWritten)
    {
        var image = Image(modality, sopClass, "ORIGINAL\\PRIMARY");
        if (claim.Length > 0)
            image.Text("BurnedInAnnotation", claim);

        Assert.Equal(isWritten, HasCode(Deidentified.Reading(image.Build(), ProfileOf.Basic(ProfileOption.CleanPixelData))));
    }

    [Fact]
    public void The_code_that_somebody_wrote_before_goes_from_an_image_in_which_text_is_suspected()
    {
        var source = Image("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY").Sequence(
            "DeidentificationMethodCodeSequence",
            item => item.Text("CodeValue", "L-1").Text("CodingSchemeDesignator", "99LOCAL").Text("CodeMeaning", "By hand"),
            item => item.Text("CodeValue", "113101").Text("CodingSchemeDesignator", "DCM").Text("CodeMeaning", "Clean Pixel Data Option")).Build();

        var output = Deidentified.Reading(source);

        Assert.False(HasCode(output));
        Assert.Equal(2, output.Find("DeidentificationMethodCodeSequence")!.Items!.Count);
    }

    [Fact]
    public void A_run_names_the_reasons_in_its_result_and_its_warnings()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/1", Image("US", "1.2.840.10008.5.1.4.1.1.6.1", "ORIGINAL\\PRIMARY").Build());
        folder.Write("in/2", Image("CT", CT, "DERIVED\\SECONDARY\\SCREEN SAVE").Text("SeriesInstanceUID", "1.2.3.2").Text("SOPInstanceUID", "1.2.3.5").Build());
        var listener = new RecordingListener();

        var results = Batch.Run(
            new ProtectionOptions(folder["out"], ProfileOf.Basic(ProfileOption.CleanPixelData), TestKey.Key), listener, folder["in"]);

        Assert.Equal(
            [("CT", "WhollyBlackedOut", "None"), ("US", "Suspected", "Ultrasound, RestOfImage")],
            results.Select(result => (result.Modality, $"{result.BurnedInText}", $"{result.BurnedInReasons}")).Order());
        Assert.Contains("(Ultrasound, RestOfImage)", Assert.Single(listener.Warnings, warning => warning.Id == "BurnedInText").Message);
        Assert.Single(listener.Warnings, warning => warning.Id == "WhollyBlackedOut");
    }

    internal static (BurnedInText Text, string Reasons) Judge(InstanceBuilder image, Profile? profile = null)
    {
        using var folder = new TemporaryFolder();
        using var file = DicomFile.Open(folder.Write("image", image.Build()));
        var deidentified = new InstanceDeidentifier(profile ?? Deidentified.Basic, TestKey.Key).Deidentify(file, InstanceFacts.Read(file), Deidentified.Identity);
        return (deidentified.BurnedInText, $"{deidentified.BurnedInReasons}");
    }

    internal static bool HasCode(FileReading output) => output.Find("DeidentificationMethodCodeSequence")!.Items!
        .Any(item => FileReading.Find(item.Elements, "CodeValue")!.Text == "113101");

    internal static InstanceBuilder Image(string modality, string sopClass, string type) => new InstanceBuilder(sopClass)
        .Text("Modality", modality).Text("ImageType", type).Text("PhotometricInterpretation", "MONOCHROME2")
        .Add("SamplesPerPixel", dataset => dataset.Numbers("SamplesPerPixel", 1))
        .Add("Rows", dataset => dataset.Numbers("Rows", 8)).Add("Columns", dataset => dataset.Numbers("Columns", 8))
        .Add("BitsAllocated", dataset => dataset.Numbers("BitsAllocated", 8)).Add("BitsStored", dataset => dataset.Numbers("BitsStored", 8))
        .Add("HighBit", dataset => dataset.Numbers("HighBit", 7))
        .Add("PixelData", dataset => dataset.Bytes("PixelData", [.. Enumerable.Repeat((byte)77, 64)], "OB"));
}

using Dams.Tests.Support;

namespace Dams.Tests.Benchmark;

/// <summary>Images of one frame.</summary>
internal static class Images
{
    public static void CT(PlantedItem item, Studies studies)
    {
        Slice(item, studies);
        item.Stays("ImageType", "ORIGINAL\\PRIMARY\\AXIAL").Stays("KVP", "120").Stays("ExposureTime", "500").Stays("ConvolutionKernel", "B30f")
            .Free("ContrastBolusAgent", Wording.From("[Iopamidol 300]", item.Person, item.Random)).DateTime("AcquisitionDateTime", "101530.250+0900")
            .Uid("IrradiationEventUID", studies.Root + ".55").Stays("PatientPosition", "HFS")
            .Reference("ReferencedImageSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 2), studies.Instance("CT", 1));
    }

    public static void MR(PlantedItem item, Studies studies)
    {
        Slice(item, studies);
        item.Stays("ImageType", "ORIGINAL\\PRIMARY\\M\\ND").Stays("ScanningSequence", "GR").Stays("SequenceName", "*fl3d1")
            .Stays("EchoTime", "2.38").Stays("MagneticFieldStrength", "3").Stays("BodyPartExamined", "LIVER").Stays("PatientAge", "071Y")
            .Free("PatientComments");
    }

    public static void PT(PlantedItem item, Studies studies)
    {
        Slice(item, studies);
        item.Stays("ImageType", "ORIGINAL\\PRIMARY").Stays("Units", "BQML").Stays("DecayCorrection", "START").Stays("SeriesType", "WHOLE BODY\\IMAGE")
            .Sequence("RadiopharmaceuticalInformationSequence", radio => radio
                .Stays("Radiopharmaceutical", "Fluorodeoxyglucose").Stays("RadionuclideTotalDose", "370000000").Present("RadiopharmaceuticalStartTime", "083000")
                .DateTime("RadiopharmaceuticalStartDateTime", "083000.00").Code("RadionuclideCodeSequence", "C-111A1", "SRT", "^18^Fluorine"));
    }

    public static void DX(PlantedItem item)
    {
        item.Stays("ImageType", "ORIGINAL\\PRIMARY").Stays("PresentationIntentType", "FOR PRESENTATION").Stays("BodyPartExamined", "CHEST")
            .Stays("ViewPosition", "PA").Stays("DetectorType", "DIRECT").Stays("PatientOrientation", "L\\F").Date("DateOfLastDetectorCalibration", -60)
            .Stays("ImageLaterality", "U").Date("AcquisitionDate").Code("AnatomicRegionSequence", "T-D3000", "SRT", "Chest");
        Pixels.Grey(item, 12, 10);
    }

    public static void MG(PlantedItem item)
    {
        item.Stays("ImageType", "ORIGINAL\\PRIMARY").Stays("PresentationIntentType", "FOR PRESENTATION").Stays("BodyPartExamined", "BREAST")
            .Stays("ImageLaterality", "L").Stays("ViewPosition", "MLO").Stays("CompressionForce", "104.2").Stays("BreastImplantPresent", "NO")
            .Date("AcquisitionDate").Secret("PerformingPhysicianName", item.Person.Physician).Free("AcquisitionComments")
            .Sequence("ViewCodeSequence", view => view.Stays("CodeValue", "R-10226").Stays("CodingSchemeDesignator", "SRT").Stays("CodeMeaning", "medio-lateral oblique"));
        Pixels.Grey(item, 10, 14);
    }

    private static void Slice(PlantedItem item, Studies studies)
    {
        item.Date("AcquisitionDate").Present("AcquisitionTime", "101530").Stays("SliceThickness", "1.25").Uid("FrameOfReferenceUID", studies.FrameOfReference)
            .Stays("ImagePositionPatient", "-170\\-160\\20.5").Stays("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").Stays("PixelSpacing", "0.7\\0.7");
        if (item.Random.Next(2) == 0)
            item.Free("DerivationDescription").Reference("SourceImageSequence", FileBuilder.CTImageStorage, studies.Instance("CT", 1));
        Pixels.Grey(item, 8, 8);
    }
}

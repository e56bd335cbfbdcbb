using System;
using System.Globalization;
using System.Linq;
using Dams.Tests.Support;

namespace Dams.Tests.Segmentations;

/// <summary>Writes the dataset of a SEG object with code of its own.</summary>
internal static class SegmentationObject
{
    public static void Write(
        DatasetBuilder dataset,
        string series,
        int first,
        int count,
        string frame,
        Action<DatasetBuilder>? references,
        string? source = null,
        string patient = "MRN-4711",
        string study = "1.2.3")
    {
        dataset
            .Text("ImageType", "DERIVED\\PRIMARY")
            .Text("SOPClassUID", Scene.SegmentationStorage)
            .Text("SOPInstanceUID", $"{series}.1")
            .Text("StudyDate", "20240311")
            .Text("ContentDate", "20240312")
            .Text("StudyTime", "101112")
            .Text("ContentTime", "101112")
            .Text("AccessionNumber", "ACC-815")
            .Text("Modality", "SEG")
            .Text("Manufacturer", "Nobody")
            .Text("ReferringPhysicianName", "Beispiel^Doktor")
            .Text("ManufacturerModelName", "Pencil");
        references?.Invoke(dataset);
        dataset
            .Text("PatientName", patient.Length > 0 ? "Muster^Erika" : "")
            .Text("PatientID", patient)
            .Text("PatientBirthDate", "19520817")
            .Text("PatientSex", "F")
            .Text("DeviceSerialNumber", "1")
            .Text("SoftwareVersions", "1")
            .Text("StudyInstanceUID", study)
            .Text("SeriesInstanceUID", series)
            .Text("StudyID", "7")
            .Text("SeriesNumber", "60")
            .Text("InstanceNumber", "1")
            .Text("FrameOfReferenceUID", frame)
            .Text("PositionReferenceIndicator", "")
            .Sequence("DimensionOrganizationSequence", item => item.Text("DimensionOrganizationUID", "1.2.3.77"))
            .Sequence("DimensionIndexSequence", item => item
                .Text("DimensionOrganizationUID", "1.2.3.77")
                .Numbers("DimensionIndexPointer", 0x0020, 0x0032)
                .Numbers("FunctionalGroupPointer", 0x0020, 0x9113))
            .Numbers("SamplesPerPixel", 1)
            .Text("PhotometricInterpretation", "MONOCHROME2")
            .Text("NumberOfFrames", Text(count))
            .Numbers("Rows", 2)
            .Numbers("Columns", 4)
            .Numbers("BitsAllocated", 1)
            .Numbers("BitsStored", 1)
            .Numbers("HighBit", 0)
            .Numbers("PixelRepresentation", 0)
            .Text("LossyImageCompression", "00")
            .Text("SegmentationType", "BINARY")
            .Sequence("SegmentSequence", item => item
                .Sequence("SegmentedPropertyCategoryCodeSequence", Coded("49755003", "Morphologically Abnormal Structure"))
                .Numbers("SegmentNumber", 1)
                .Text("SegmentLabel", "something")
                .Text("SegmentAlgorithmType", "MANUAL")
                .Sequence("SegmentedPropertyTypeCodeSequence", Coded("108369006", "Neoplasm")))
            .Text("ContentLabel", "LESION")
            .Text("ContentDescription", "")
            .Text("ContentCreatorName", "")
            .Sequence("SharedFunctionalGroupsSequence", item => item
                .Sequence("PlaneOrientationSequence", inner => inner.Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0"))
                .Sequence("PixelMeasuresSequence", inner => inner
                    .Text("SliceThickness", "2.5").Text("PixelSpacing", "0.7\\0.7"))
                .Sequence("SegmentIdentificationSequence", inner => inner.Numbers("ReferencedSegmentNumber", 1)))
            .Sequence("PerFrameFunctionalGroupsSequence", [.. Enumerable.Range(first, count).Select(Frame)])
            .Bytes("PixelData", new byte[count], "OB");

        Action<DatasetBuilder> Frame(int slice) => item =>
        {
            if (source is not null)
            {
                item.Sequence("DerivationImageSequence", derivation => derivation
                    .Sequence("SourceImageSequence", reference =>
                    {
                        Scene.ImageReference($"{source}.{slice}")(reference);
                        reference.Text("SpatialLocationsPreserved", "YES");
                        reference.Sequence("PurposeOfReferenceCodeSequence", code => code.Text("CodeValue", "121322")
                            .Text("CodingSchemeDesignator", "DCM").Text("CodeMeaning", "Source image for image processing operation"));
                    })
                    .Sequence("DerivationCodeSequence", code => code.Text("CodeValue", "113076")
                        .Text("CodingSchemeDesignator", "DCM").Text("CodeMeaning", "Segmentation")));
            }
            item
                .Sequence("FrameContentSequence", inner => inner
                    .Bytes("DimensionIndexValues", BitConverter.GetBytes(slice - first + 1)))
                .Sequence("PlanePositionSequence", inner => inner.Text("ImagePositionPatient", $"-10\\-20\\{Text(2.5 * (slice - 1))}"));
        };
    }

    private static Action<DatasetBuilder> Coded(string value, string meaning) => item => item
        .Text("CodeValue", value).Text("CodingSchemeDesignator", "SCT").Text("CodeMeaning", meaning);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

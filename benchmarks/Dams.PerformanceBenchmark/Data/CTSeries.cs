using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Dams.Tests.Support;

namespace Dams.Benchmarks.Performance.Data;

/// <summary>Series of CT slices of somebody who does not exist, with the attributes that a scanner writes.</summary>
/// <param name="Slices">How many files.</param>
/// <param name="Size">Rows and columns; a pixel takes two bytes.</param>
/// <param name="SlicesOfSeries">How many files a folder holds, which is a series.</param>
internal sealed record CTSeries(string Folder, int Slices, int Size, int SlicesOfSeries = 500)
{
    /// <summary>Writes the files.</summary>
    /// <returns>Their bytes together.</returns>
    public long Write()
    {
        for (var series = 0; series * SlicesOfSeries < Slices; series++)
            Directory.CreateDirectory(FolderOf(series));
        // Noise, which nothing on the way can shorten, moved on from slice to slice.
        var noise = new byte[2 * Size * Size];
        new System.Random(1).NextBytes(noise);
        var bytes = 0L;
        Parallel.For(0, Slices, () => 0L, (slice, _, sum) => sum + WriteSlice(slice, noise), sum => System.Threading.Interlocked.Add(ref bytes, sum));
        return bytes;
    }

    private string FolderOf(int series) => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"series{series:D4}"));

    private int WriteSlice(int slice, byte[] pixels)
    {
        var (series, number) = (slice / SlicesOfSeries, (slice % SlicesOfSeries) + 1);
        var file = FileBuilder.Build(Syntax.ExplicitLittle, dataset => WriteSlice(dataset, series, number, pixels), instance: Instance(series, number));
        File.WriteAllBytes(Path.Combine(FolderOf(series), string.Create(CultureInfo.InvariantCulture, $"IM{number:D5}.dcm")), file);
        return file.Length;
    }

    private static string Instance(int series, int number) => string.Create(CultureInfo.InvariantCulture, $"1.2.3.7.{series}.{number}");

    private void WriteSlice(DatasetBuilder dataset, int series, int number, byte[] pixels) => dataset
        .Text("SpecificCharacterSet", "ISO_IR 100")
        .Text("ImageType", "ORIGINAL\\PRIMARY\\AXIAL\\CT_SOM5 SPI")
        .Text("InstanceCreationDate", "20240311")
        .Text("InstanceCreationTime", "101530.120000")
        .Text("SOPClassUID", FileBuilder.CTImageStorage)
        .Text("SOPInstanceUID", Instance(series, number))
        .Text("StudyDate", "20240311")
        .Text("SeriesDate", "20240311")
        .Text("AcquisitionDate", "20240311")
        .Text("ContentDate", "20240311")
        .Text("StudyTime", "101112.000000")
        .Text("SeriesTime", "101412.000000")
        .Text("AcquisitionTime", "101413.500000")
        .Text("ContentTime", "101413.500000")
        .Text("AccessionNumber", "ACC-0815")
        .Text("Modality", "CT")
        .Text("Manufacturer", "Nobody")
        .Text("InstitutionName", "Musterklinik")
        .Text("InstitutionAddress", "Musterweg 1, 12345 Musterstadt")
        .Text("ReferringPhysicianName", "Beispiel^Doktor")
        .Text("StationName", "CT01")
        .Text("StudyDescription", "CT Abdomen nativ und KM")
        .Text("SeriesDescription", "Abdomen venoes 1.5 B30f")
        .Text("PerformingPhysicianName", "Muster^Arzt")
        .Text("OperatorsName", "Muster^MTRA")
        .Text("ManufacturerModelName", "Model 64")
        .UndefinedSequence("ReferencedStudySequence", item => item
            .Text("ReferencedSOPClassUID", "1.2.840.10008.3.1.2.3.1")
            .Text("ReferencedSOPInstanceUID", "1.2.3.7"))
        .Text("PatientName", "Muster^Erika")
        .Text("PatientID", "MRN-4711")
        .Text("PatientBirthDate", "19520817")
        .Text("PatientSex", "F")
        .Text("PatientAge", "071Y")
        .Text("BodyPartExamined", "ABDOMEN")
        .Text("SliceThickness", "1.5")
        .Text("KVP", "120")
        .Text("DataCollectionDiameter", "500")
        .Text("DeviceSerialNumber", "12345")
        .Text("SoftwareVersions", "VA48A")
        .Text("ProtocolName", "Abdomen Routine")
        .Text("ReconstructionDiameter", "380")
        .Text("GantryDetectorTilt", "0")
        .Text("TableHeight", "150")
        .Text("RotationDirection", "CW")
        .Text("ExposureTime", "500")
        .Text("XRayTubeCurrent", "250")
        .Text("Exposure", "125")
        .Text("FilterType", "0")
        .Text("ConvolutionKernel", "B30f")
        .Text("PatientPosition", "HFS")
        .Text("StudyInstanceUID", "1.2.3.7")
        .Text("SeriesInstanceUID", string.Create(CultureInfo.InvariantCulture, $"1.2.3.7.{series}"))
        .Text("StudyID", "1")
        .Text("SeriesNumber", (series + 1).ToString(CultureInfo.InvariantCulture))
        .Text("AcquisitionNumber", "2")
        .Text("InstanceNumber", number.ToString(CultureInfo.InvariantCulture))
        .Text("ImagePositionPatient", string.Create(CultureInfo.InvariantCulture, $"-190\\-190\\{-1.5 * number:F1}"))
        .Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0")
        .Text("FrameOfReferenceUID", "1.2.3.7.99")
        .Text("SliceLocation", string.Create(CultureInfo.InvariantCulture, $"{-1.5 * number:F1}"))
        .Text("ImageComments", "")
        .Numbers("SamplesPerPixel", 1)
        .Text("PhotometricInterpretation", "MONOCHROME2")
        .Numbers("Rows", (ushort)Size)
        .Numbers("Columns", (ushort)Size)
        .Text("PixelSpacing", "0.742\\0.742")
        .Numbers("BitsAllocated", 16)
        .Numbers("BitsStored", 12)
        .Numbers("HighBit", 11)
        .Numbers("PixelRepresentation", 0)
        .Text("WindowCenter", "40")
        .Text("WindowWidth", "400")
        .Text("RescaleIntercept", "-1024")
        .Text("RescaleSlope", "1")
        .Text("PerformedProcedureStepStartDate", "20240311")
        .Text("PerformedProcedureStepStartTime", "101012.000000")
        .Text("PerformedProcedureStepID", "PPS-4711")
        .UndefinedSequence("RequestAttributesSequence", item => item
            .Text("RequestedProcedureDescription", "CT Abdomen")
            .Text("ScheduledProcedureStepDescription", "CT Abdomen")
            .Text("RequestedProcedureID", "RP-4711"))
        .Bytes("PixelData", pixels, "OW");
}

using System;
using System.Text;

namespace Dams.Cli.Demo;

/// <summary>One slice as a file: of a CT (PS3.3 section A.3, CT Image IOD), or of a mask as the planning system writes it.</summary>
internal sealed class DemoImage
{
    private const string CTImageStorage = "1.2.840.10008.5.1.4.1.1.2";
    private const int HalfSize = DemoSeries.Size / 2;

    private readonly DemoElements _elements = new();
    private readonly DemoPatient _patient;
    private readonly int _series;
    private readonly int _slice;

    private DemoImage(DemoPatient patient, int series, int slice) => (_patient, _series, _slice) = (patient, series, slice);

    private string InstanceUid => $"{_patient.SeriesUid(_series)}.{_slice}";

    /// <summary>The bytes of a slice of a CT.</summary>
    /// <param name="slice">Which slice of the series, counted from 1.</param>
    public static byte[] Encode(DemoPatient patient, int series, int slice)
    {
        var image = new DemoImage(patient, series, slice);
        image.WriteHeader("ORIGINAL\\PRIMARY\\AXIAL", instanceNumber: slice);
        image.WritePixels(bits: 16, DemoSeries.Image(patient, series, slice));
        return image.ToFile();
    }

    /// <summary>
    /// The bytes of a slice of a mask: 8 bits, all UIDs and the series number those of the CT, one instance number for all.
    /// </summary>
    public static byte[] EncodeMask(DemoPatient patient, int series, int slice, byte[] pixels)
    {
        var image = new DemoImage(patient, series, slice);
        image.WriteHeader("DERIVED\\SECONDARY\\AXIAL", instanceNumber: 1);
        image.WritePixels(bits: 8, pixels);
        return image.ToFile();
    }

    private void WriteHeader(string imageType, int instanceNumber)
    {
        var z = _slice * DemoSeries.SliceDistance;
        Text("SpecificCharacterSet", "ISO_IR 192");
        Text("ImageType", imageType);
        Text("SOPClassUID", CTImageStorage);
        Text("SOPInstanceUID", InstanceUid);
        foreach (var date in new[] { "StudyDate", "SeriesDate", "AcquisitionDate", "ContentDate" })
            Text(date, _patient.StudyDate);
        Text("StudyTime", "091500");
        Text("ContentTime", "091530");
        Text("AccessionNumber", $"ACC-{_patient.PatientID}");
        Text("Modality", "CT");
        Text("Manufacturer", "Dams");
        Text("InstitutionName", "Beispielklinik");
        Text("ReferringPhysicianName", _patient.Referrer);
        Text("StudyDescription", $"CT abdomen {_patient.PatientID}");
        Text("SeriesDescription", _series == DemoSeries.Planning ? "portal venous" : "control after ablation");
        Text("PatientName", _patient.PatientName);
        Text("PatientID", _patient.PatientID);
        Text("PatientBirthDate", _patient.PatientBirthDate);
        Text("PatientSex", _patient.PatientSex);
        Text("SliceThickness", $"{DemoSeries.SliceDistance}");
        Text("KVP", "120");
        Text("PatientPosition", "HFS");
        Text("StudyInstanceUID", _patient.UidRoot);
        Text("SeriesInstanceUID", _patient.SeriesUid(_series));
        Text("StudyID", "1");
        Text("SeriesNumber", $"{_series}");
        Text("AcquisitionNumber", "1");
        Text("InstanceNumber", $"{instanceNumber}");
        Text("ImagePositionPatient", $"{-HalfSize}\\{-HalfSize}\\{z}");
        Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0");
        Text("FrameOfReferenceUID", $"{_patient.UidRoot}.0");
        Text("PositionReferenceIndicator", "");
        Text("SliceLocation", $"{z}");
    }

    private void WritePixels(ushort bits, byte[] pixels)
    {
        Number("SamplesPerPixel", 1);
        Text("PhotometricInterpretation", "MONOCHROME2");
        Number("Rows", DemoSeries.Size);
        Number("Columns", DemoSeries.Size);
        Text("PixelSpacing", "1\\1");
        Number("BitsAllocated", bits);
        Number("BitsStored", bits);
        Number("HighBit", (ushort)(bits - 1));
        Number("PixelRepresentation", (ushort)(bits > 8 ? 1 : 0));
        Text("RescaleIntercept", "0");
        Text("RescaleSlope", "1");
        Text("RescaleType", "HU");
        _elements.Write(TagOf("PixelData"), bits > 8 ? Vr.OW : Vr.OB, pixels);
    }

    private byte[] ToFile()
    {
        var meta = new DemoElements();
        Text(meta, "FileMetaInformationVersion", "\0\u0001");
        Text(meta, "MediaStorageSOPClassUID", CTImageStorage);
        Text(meta, "MediaStorageSOPInstanceUID", InstanceUid);
        Text(meta, "TransferSyntaxUID", TransferSyntax.ExplicitLittleEndian.Uid);
        Text(meta, "ImplementationClassUID", EngineVersion.ImplementationClassUid);
        var file = new DemoElements();
        file.Append(new byte[128]);
        file.Append("DICM"u8);
        file.Write(TagOf("FileMetaInformationGroupLength"), Vr.UL, BitConverter.GetBytes(meta.ToArray().Length));
        file.Append(meta.ToArray());
        file.Append(_elements.ToArray());
        return file.ToArray();
    }

    private void Text(string keyword, string value) => Text(_elements, keyword, value);

    private void Number(string keyword, ushort value) => _elements.Write(TagOf(keyword), Vr.US, BitConverter.GetBytes(value));

    private static void Text(DemoElements elements, string keyword, string value)
    {
        var tag = TagOf(keyword);
        elements.Write(tag, DataDictionary.VrOf(tag), Encoding.UTF8.GetBytes(value));
    }

    private static Tag TagOf(string keyword) => DataDictionary.TryFind(keyword, out var tag) ? tag : throw new ArgumentException(keyword);
}

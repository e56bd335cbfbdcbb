using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Dams.Dicom;
using Dams.Dicom.Rewriting;

namespace Dams.Cli.Demo;

/// <summary>One slice of a CT of a cylinder with a sphere in it (PS3.3 section A.3, CT Image IOD).</summary>
internal sealed class DemoImage
{
    public const int Size = 128;

    private const ElementForm Form = ElementForm.None;
    private const string CTImageStorage = "1.2.840.10008.5.1.4.1.1.2";

    private readonly ElementBuffer _elements = new();

    /// <summary>The bytes of the file.</summary>
    /// <param name="uidRoot">Under which the UIDs of the patient stand.</param>
    /// <param name="series">Which series of the patient, counted from 1.</param>
    /// <param name="slice">Which slice of the series, counted from 1.</param>
    public static byte[] Encode(DemoPatient patient, string uidRoot, int series, int slice)
    {
        var image = new DemoImage();
        image.WriteDataset(patient, uidRoot, series, slice);
        return image.WithHead($"{uidRoot}.{series}.{slice}");
    }

    private void WriteDataset(DemoPatient patient, string uidRoot, int series, int slice)
    {
        var position = $"-64\\-64\\{slice * 2}";
        Text("SpecificCharacterSet", "ISO_IR 192");
        Text("ImageType", "ORIGINAL\\PRIMARY\\AXIAL");
        Text("SOPClassUID", CTImageStorage);
        Text("SOPInstanceUID", $"{uidRoot}.{series}.{slice}");
        Text("StudyDate", patient.StudyDate);
        Text("SeriesDate", patient.StudyDate);
        Text("AcquisitionDate", patient.StudyDate);
        Text("ContentDate", patient.StudyDate);
        Text("StudyTime", "091500");
        Text("ContentTime", "091530");
        Text("AccessionNumber", $"ACC-{patient.PatientID}");
        Text("Modality", "CT");
        Text("Manufacturer", "Dams");
        Text("InstitutionName", "Beispielklinik");
        Text("ReferringPhysicianName", patient.Referrer);
        Text("StudyDescription", $"CT abdomen {patient.PatientID}");
        Text("SeriesDescription", series == 1 ? "native" : "portal venous");
        Text("PatientName", patient.PatientName);
        Text("PatientID", patient.PatientID);
        Text("PatientBirthDate", patient.PatientBirthDate);
        Text("PatientSex", patient.PatientSex);
        Text("SliceThickness", "2");
        Text("KVP", "120");
        Text("PatientPosition", "HFS");
        Text("StudyInstanceUID", uidRoot);
        Text("SeriesInstanceUID", $"{uidRoot}.{series}");
        Text("StudyID", "1");
        Text("SeriesNumber", series.ToString(CultureInfo.InvariantCulture));
        Text("AcquisitionNumber", "1");
        Text("InstanceNumber", slice.ToString(CultureInfo.InvariantCulture));
        Text("ImagePositionPatient", position);
        Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0");
        Text("FrameOfReferenceUID", $"{uidRoot}.0");
        Text("PositionReferenceIndicator", "");
        Text("SliceLocation", (slice * 2).ToString(CultureInfo.InvariantCulture));
        Number("SamplesPerPixel", 1);
        Text("PhotometricInterpretation", "MONOCHROME2");
        Number("Rows", Size);
        Number("Columns", Size);
        Text("PixelSpacing", "1\\1");
        Number("BitsAllocated", 16);
        Number("BitsStored", 16);
        Number("HighBit", 15);
        Number("PixelRepresentation", 1);
        Text("RescaleIntercept", "0");
        Text("RescaleSlope", "1");
        Text("RescaleType", "HU");
        _elements.Write(Form, KnownTag.PixelData, Vr.OW, Pixels(slice));
    }

    private static ReadOnlySpan<byte> Pixels(int slice)
    {
        var pixels = new short[Size * Size];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % Size - 64, i / Size - 64);
            var inSphere = (x - 16) * (x - 16) + y * y + (slice - 12) * (slice - 12) * 4 < 400;
            var inBody = x * x + y * y < 3000;
            pixels[i] = (short)(inSphere ? 120 : inBody ? 40 : -1000);
        }
        return MemoryMarshal.AsBytes(pixels.AsSpan());
    }

    private byte[] WithHead(string instanceUid)
    {
        var dataset = _elements.Written.ToArray();
        _elements.Clear();
        Text("FileMetaInformationVersion", "\0\u0001");
        Text("MediaStorageSOPClassUID", CTImageStorage);
        Text("MediaStorageSOPInstanceUID", instanceUid);
        Text("TransferSyntaxUID", TransferSyntax.ExplicitLittleEndian.Uid);
        Text("ImplementationClassUID", EngineVersion.ImplementationClassUid);
        var meta = _elements.Written.ToArray();
        _elements.Clear();
        _elements.Append(new byte[128]);
        _elements.Append("DICM"u8);
        _elements.Write(Form, KnownTag.FileMetaInformationGroupLength, Vr.UL, BitConverter.GetBytes(meta.Length));
        _elements.Append(meta);
        _elements.Append(dataset);
        return _elements.Written.ToArray();
    }

    private void Text(string keyword, string value)
    {
        DataDictionary.TryFind(keyword, out var tag);
        _elements.Write(Form, tag, DataDictionary.VrOf(tag), Encoding.UTF8.GetBytes(value));
    }

    private void Number(string keyword, ushort value)
    {
        DataDictionary.TryFind(keyword, out var tag);
        _elements.Write(Form, tag, Vr.US, BitConverter.GetBytes(value));
    }
}

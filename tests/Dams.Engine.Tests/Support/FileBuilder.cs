using System;
using System.IO;
using System.IO.Compression;

namespace Dams.Tests.Support;

/// <summary>Makes DICOM files of people who do not exist.</summary>
public static class FileBuilder
{
    public const string CTImageStorage = "1.2.840.10008.5.1.4.1.1.2";

    /// <summary>A preamble of zeros and the prefix.</summary>
    public static readonly byte[] Prefix = [.. new byte[128], .. "DICM"u8];

    /// <summary>A whole file: preamble, file meta information and the dataset that an action writes.</summary>
    public static byte[] Build(Syntax syntax, Action<DatasetBuilder> write, string sopClass = CTImageStorage, string instance = "1.2.3.4") =>
        [.. Prefix, .. Meta(syntax, sopClass, instance), .. Stored(syntax, write)];

    /// <summary>The dataset as it stands in a file: deflated where the syntax says so.</summary>
    public static byte[] Stored(Syntax syntax, Action<DatasetBuilder> write) =>
        syntax.IsDeflated ? Deflate(Dataset(syntax, write)) : Dataset(syntax, write);

    /// <summary>The dataset alone, not deflated.</summary>
    public static byte[] Dataset(Syntax syntax, Action<DatasetBuilder> write)
    {
        var builder = new DatasetBuilder(syntax.IsExplicit, syntax.IsBigEndian);
        write(builder);
        return builder.ToArray();
    }

    /// <summary>File meta information with its group length.</summary>
    public static byte[] Meta(Syntax syntax, string sopClass = CTImageStorage, string instance = "1.2.3.4", Action<DatasetBuilder>? more = null)
    {
        var group = new DatasetBuilder(isExplicit: true, isBigEndian: false)
            .Bytes("FileMetaInformationVersion", [0, 1])
            .Text("MediaStorageSOPClassUID", sopClass)
            .Text("MediaStorageSOPInstanceUID", instance)
            .Text("TransferSyntaxUID", syntax.Uid)
            .Text("ImplementationClassUID", "1.2.3.4.5");
        more?.Invoke(group);
        var length = new DatasetBuilder(isExplicit: true, isBigEndian: false)
            .Bytes("FileMetaInformationGroupLength", BitConverter.GetBytes(group.Length));
        return [.. length.ToArray(), .. group.ToArray()];
    }

    /// <summary>A small CT slice of somebody who does not exist.</summary>
    public static void WriteCT(DatasetBuilder dataset, string patientId = "MRN-4711", string instance = "1.2.3.4", int number = 1, int pixelLength = 8)
    {
        dataset
            .Text("SpecificCharacterSet", "ISO_IR 100")
            .Text("ImageType", "ORIGINAL\\PRIMARY\\AXIAL")
            .Text("SOPClassUID", CTImageStorage)
            .Text("SOPInstanceUID", instance)
            .Text("StudyDate", "20240311")
            .Text("SeriesDate", "20240311")
            .Text("AcquisitionDate", "20240312")
            .Text("StudyTime", "101112")
            .Text("AccessionNumber", "ACC-815")
            .Text("Modality", "CT")
            .Text("Manufacturer", "Nobody")
            .Text("InstitutionName", "Musterklinik")
            .Text("ReferringPhysicianName", "Beispiel^Doktor")
            .Text("StudyDescription", "CT Abdomen Muster")
            .Text("SeriesDescription", "venous")
            .Text("PatientName", "Muster^Erika")
            .Text("PatientID", patientId)
            .Text("PatientBirthDate", "19520817")
            .Text("PatientSex", "F")
            .Text("SliceThickness", "2.5")
            .Text("StudyInstanceUID", "1.2.3")
            .Text("SeriesInstanceUID", "1.2.3.1")
            .Text("SeriesNumber", "3")
            .Text("InstanceNumber", number.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Text("FrameOfReferenceUID", "1.2.3.9")
            .Numbers("Rows", 2)
            .Numbers("Columns", 2)
            .Bytes("PixelData", [1, 2, 3, 4, (byte)number, 6, 7, 8, .. new byte[pixelLength - 8]], "OW");
    }

    /// <summary>Bytes as a raw stream of RFC 1951.</summary>
    public static byte[] Deflate(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(bytes);
        return target.ToArray();
    }
}

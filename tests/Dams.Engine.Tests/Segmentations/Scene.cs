using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Dams.Dicom.Reading;
using Dams.Tests.Support;

namespace Dams.Tests.Segmentations;

/// <summary>A patient who does not exist, with CT series, masks as CAS-One IR leaves them, and SEG objects.</summary>
internal sealed class Scene : IDisposable
{
    public const string SegmentationStorage = "1.2.840.10008.5.1.4.1.1.66.4";

    private readonly TemporaryFolder _folder = new();

    public Scene()
    {
        KeyPath = _folder["private/protection.key"];
        ProtectionKey.Create(KeyPath, replace: false);
        Key = ProtectionKey.Read(KeyPath);
    }

    public string KeyPath { get; }

    public ProtectionKey Key { get; }

    public RecordingListener Listener { get; } = new();

    public string Path => _folder.Path;

    public string this[string relative] => _folder[relative];

    public void Dispose() => _folder.Dispose();

    /// <summary>A CT series: slices 2.5 mm apart from 0 on. Instance UIDs are the series UID and a number.</summary>
    public string WriteCT(
        string relative, string series, int count = 5, string study = "1.2.3", string frame = "1.2.3.9", string patient = "MRN-4711")
    {
        for (var i = 1; i <= count; i++)
        {
            var instance = $"{series}.{i}";
            var number = i;
            _folder.Write($"{relative}/ct{i}.dcm", FileBuilder.Build(
                Syntax.ExplicitLittle,
                dataset => WriteImage(dataset, instance, series, study, frame, patient, 3, number, 2.5 * (number - 1), 16, (byte)number),
                instance: instance));
        }
        return this[relative];
    }

    /// <summary>
    /// A mask as the planning system writes it: 8 bits, the series and instance UIDs and the series number of its source,
    /// one instance number for all slices.
    /// </summary>
    public string WriteMask(
        string relative,
        string source,
        byte fill,
        int first = 2,
        int count = 3,
        string study = "1.2.3",
        string frame = "1.2.3.9",
        string patient = "MRN-4711",
        Syntax? syntax = null,
        Func<int, string>? name = null)
    {
        for (var i = first; i < first + count; i++)
        {
            var number = i;
            _folder.Write($"{relative}/{name?.Invoke(i) ?? $"IM{i}"}", FileBuilder.Build(
                syntax ?? Syntax.ExplicitLittle,
                dataset => WriteImage(
                    dataset, $"{source}.{number}", source, study, frame, patient, 3, 1, 2.5 * (number - 1), 8, (byte)(fill + number)),
                instance: $"{source}.{number}"));
        }
        return this[relative];
    }

    /// <summary>A SEG object with one frame for each of some slices, and no references but those that are given.</summary>
    /// <param name="references">Writes elements between ManufacturerModelName and PatientName.</param>
    /// <param name="source">The series of which each frame names the image in its plane.</param>
    public string WriteObject(
        string relative,
        string series,
        int first = 2,
        int count = 3,
        string frame = "1.2.3.9",
        Action<DatasetBuilder>? references = null,
        string? source = null,
        string patient = "MRN-4711",
        string study = "1.2.3")
    {
        return _folder.Write(relative, FileBuilder.Build(
            Syntax.ExplicitLittle,
            dataset => SegmentationObject.Write(dataset, series, first, count, frame, references, source, patient, study),
            SegmentationStorage,
            $"{series}.1"));
    }

    /// <summary>An Enhanced CT image: a series in one file. Its instance UID is the series UID and 1.</summary>
    /// <param name="frames">Where its frames lie: the number of the slice.</param>
    public string WriteMultiFrame(string relative, string series, int[] frames)
    {
        const string enhancedCT = "1.2.840.10008.5.1.4.1.1.2.1";
        return _folder.Write(relative, FileBuilder.Build(
            Syntax.ExplicitLittle,
            dataset => dataset
                .Text("ImageType", "ORIGINAL\\PRIMARY\\VOLUME\\NONE")
                .Text("SOPClassUID", enhancedCT)
                .Text("SOPInstanceUID", $"{series}.1")
                .Text("StudyDate", "20240311")
                .Text("Modality", "CT")
                .Text("PatientName", "Muster^Erika")
                .Text("PatientID", "MRN-4711")
                .Text("StudyInstanceUID", "1.2.3")
                .Text("SeriesInstanceUID", series)
                .Text("InstanceNumber", "1")
                .Text("FrameOfReferenceUID", "1.2.3.9")
                .Numbers("SamplesPerPixel", 1)
                .Text("PhotometricInterpretation", "MONOCHROME2")
                .Text("NumberOfFrames", Text(frames.Length))
                .Numbers("Rows", 2)
                .Numbers("Columns", 2)
                .Numbers("BitsAllocated", 16)
                .Numbers("BitsStored", 12)
                .Numbers("HighBit", 11)
                .Numbers("PixelRepresentation", 0)
                .Sequence("SharedFunctionalGroupsSequence", item => item
                    .Sequence("PlaneOrientationSequence", inner => inner.Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0"))
                    .Sequence("PixelMeasuresSequence", inner => inner.Text("SliceThickness", "2.5").Text("PixelSpacing", "0.7\\0.7")))
                .Sequence("PerFrameFunctionalGroupsSequence", [.. frames.Select(slice => (Action<DatasetBuilder>)(item => item
                    .Sequence("PlanePositionSequence", inner => inner.Text(
                        "ImagePositionPatient", $"-10\\-20\\{Text(2.5 * (slice - 1))}"))))])
                .Bytes("PixelData", new byte[8 * frames.Length], "OW"),
            enhancedCT,
            $"{series}.1"));
    }

    /// <summary>What a SEG object lists in ReferencedSeriesSequence.</summary>
    public static Action<DatasetBuilder> SeriesReference(string series, params int[] images) => dataset => dataset
        .Sequence("ReferencedSeriesSequence", item => item
            .Sequence("ReferencedInstanceSequence", [.. images.Select(number => ImageReference($"{series}.{number}"))])
            .Text("SeriesInstanceUID", series));

    /// <summary>The item of a sequence of references.</summary>
    public static Action<DatasetBuilder> ImageReference(string instance) => item => item
        .Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage).Text("ReferencedSOPInstanceUID", instance);

    /// <summary>The text of an element, found by keywords from the root: the first item of each sequence.</summary>
    public static string Value(string path, params string[] keywords) => Values(path, keywords) is [var first, ..] ? first : "";

    /// <summary>The texts of an element in all items of the sequences that lead to it.</summary>
    public static IReadOnlyList<string> Values(string path, params string[] keywords)
    {
        using var file = DicomFile.Open(path);
        var containers = new List<int> { ElementTree.Root };
        foreach (var keyword in keywords.Take(keywords.Length - 1))
        {
            containers = containers.Select(container => file.Dataset.Find(TagOf(keyword), container)).Where(index => index >= 0)
                .SelectMany(index => Children(file.Dataset, index)).ToList();
        }
        return containers.Select(container => file.Dataset.Find(TagOf(keywords[^1]), container)).Where(index => index >= 0)
            .Select(index => Dams.Dicom.Reading.ValueReader.VrOf(file.Dataset[index]).IsText
                ? file.Values.Text(file.Dataset, index)
                : string.Join("\\", file.Values.Numbers(file.Dataset[index]))).ToArray();
    }

    /// <summary>The bytes of a file's elements at the root, but for some.</summary>
    public static IReadOnlyList<string> OtherElements(string path, params string[] keywords)
    {
        using var file = DicomFile.Open(path);
        var bytes = File.ReadAllBytes(path);
        var left = keywords.Select(TagOf).ToHashSet();
        return Children(file.Dataset, ElementTree.Root).Select(index => file.Dataset[index]).Where(element => !left.Contains(element.Tag))
            .Select(element => Convert.ToHexString(bytes.AsSpan((int)element.Offset, (int)(element.End - element.Offset)))).ToArray();
    }

    public static IReadOnlyList<string> FilesOf(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).OrderBy(path => path, StringComparer.Ordinal).ToArray();

    public static void WriteImage(
        DatasetBuilder dataset, string instance, string series, string study, string frame, string patient,
        int seriesNumber, int number, double z, ushort bits, byte pixel)
    {
        dataset
            .Text("SpecificCharacterSet", "ISO_IR 100")
            .Text("ImageType", "ORIGINAL\\PRIMARY\\AXIAL")
            .Text("SOPClassUID", FileBuilder.CTImageStorage)
            .Text("SOPInstanceUID", instance)
            .Text("StudyDate", "20240311")
            .Text("ContentDate", "20240311")
            .Text("StudyTime", "101112")
            .Text("ContentTime", "101112")
            .Text("AccessionNumber", "ACC-815")
            .Text("Modality", "CT")
            .Text("Manufacturer", "Nobody")
            .Text("ReferringPhysicianName", "Beispiel^Doktor")
            .Text("SeriesDescription", "venous")
            .Bytes("0009,0010", "MUSTER"u8.ToArray(), "LO")
            .Bytes("0009,1001", [1, 2, 3, 4], "UN")
            .Text("PatientName", "Muster^Erika")
            .Text("PatientID", patient)
            .Text("PatientBirthDate", "19520817")
            .Text("PatientSex", "F")
            .Text("SliceThickness", "2.5")
            .Text("KVP", "120")
            .Text("StudyInstanceUID", study)
            .Text("SeriesInstanceUID", series)
            .Text("StudyID", "7")
            .Text("SeriesNumber", Text(seriesNumber))
            .Text("AcquisitionNumber", "1")
            .Text("InstanceNumber", Text(number))
            .Text("ImagePositionPatient", $"-10\\-20\\{Text(z)}")
            .Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0")
            .Text("FrameOfReferenceUID", frame)
            .Text("PositionReferenceIndicator", "")
            .Numbers("SamplesPerPixel", 1)
            .Text("PhotometricInterpretation", "MONOCHROME2")
            .Numbers("Rows", 2)
            .Numbers("Columns", 2)
            .Text("PixelSpacing", "0.7\\0.7")
            .Numbers("BitsAllocated", bits)
            .Numbers("BitsStored", bits)
            .Numbers("HighBit", (ushort)(bits - 1))
            .Numbers("PixelRepresentation", 0)
            .Text("RescaleIntercept", "0")
            .Text("RescaleSlope", "1")
            .Bytes("PixelData", bits == 8 ? [0, pixel, pixel, 0] : [pixel, 0, 1, 0, 2, 0, 3, 0], bits == 8 ? "OB" : "OW");
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static Tag TagOf(string keyword) =>
        DataDictionary.TryFind(keyword, out var tag) ? tag : throw new ArgumentException(keyword);

    private static IEnumerable<int> Children(ElementTree tree, int container)
    {
        for (var i = tree.FirstIn(container); i < tree.EndOf(container); i = tree[i].Next)
            yield return i;
    }
}

using System;
using System.Text;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Tests.Support;

namespace Dams.Tests.Deidentification;

/// <summary>Images of somebody who does not exist, for what their pixel data hold besides the image.</summary>
public abstract class HiddenContentTestBase
{
    private protected const string Secret = "scan of Wolpertinkel, MRN-4711";

    private protected static InstanceBuilder Image(Syntax syntax, ushort bits, ushort samples, int frames) =>
        new InstanceBuilder("1.2.840.10008.5.1.4.1.1.2", syntax).Text("Modality", "CT").Text("PatientName", "Wolpertinkel^Hulda")
            .Text("PhotometricInterpretation", samples == 3 ? "RGB" : "MONOCHROME2").Text("NumberOfFrames", $"{frames}")
            .Add("SamplesPerPixel", dataset => dataset.Numbers("SamplesPerPixel", samples))
            .Add("Rows", dataset => dataset.Numbers("Rows", 4)).Add("Columns", dataset => dataset.Numbers("Columns", 4))
            .Add("BitsAllocated", dataset => dataset.Numbers("BitsAllocated", bits))
            .Add("BitsStored", dataset => dataset.Numbers("BitsStored", bits == 16 ? (ushort)12 : bits))
            .Add("HighBit", dataset => dataset.Numbers("HighBit", bits == 16 ? (ushort)11 : (ushort)(bits - 1)));

    private protected static InstanceBuilder WithOverlay(InstanceBuilder image, ushort group, int bit) => image
        .Text($"{group:X4}0040", "R", "CS").Text($"{group:X4}1500", "drawn for Wolpertinkel", "LO")
        .Add($"{group:X4}0010", dataset => dataset.Numbers($"{group:X4}0010", 4))
        .Add($"{group:X4}0100", dataset => dataset.Numbers($"{group:X4}0100", 16))
        .Add($"{group:X4}0102", dataset => dataset.Numbers($"{group:X4}0102", (ushort)bit));

    private protected static BurnedInText ToldOf(byte[] source)
    {
        using var folder = new TemporaryFolder();
        using var file = DicomFile.Open(folder.Write("image", source));
        return new InstanceDeidentifier(Deidentified.Basic, TestKey.Key).Deidentify(file, InstanceFacts.Read(file), Deidentified.Identity).BurnedInText;
    }

    // No byte is one that starts a marker.
    private protected static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return Array.ConvertAll(bytes, value => (byte)(value & 0x7F | 1));
    }

    private protected static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}

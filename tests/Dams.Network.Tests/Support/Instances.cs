using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using Dams.Tests.Support;

namespace Dams.Network.Tests.Support;

/// <summary>Instances of people who do not exist, as Dams would have protected them or not.</summary>
internal static class Instances
{
    /// <summary>Writes slices of one series.</summary>
    /// <param name="isProtected">Whether they say that Dams protected them.</param>
    /// <param name="pixelLength">Bytes of the pixel data, more than 8.</param>
    public static IReadOnlyList<string> WriteSeries(
        TemporaryFolder folder, int count, bool isProtected = true, int pixelLength = 512, string series = "1.2.3.1", Action<InstanceBuilder>? more = null) =>
        [.. Enumerable.Range(1, count).Select(number => folder.Write(
            $"source/{series}/{number:d5}.dcm", Slice(number, isProtected, pixelLength, series, more)))];

    /// <summary>The bytes of a slice.</summary>
    public static byte[] Slice(int number, bool isProtected, int pixelLength, string series = "1.2.3.1", Action<InstanceBuilder>? more = null)
    {
        var bytes = CT.Slice(series: series, number: number, more: instance =>
        {
            instance.Text("AccessionNumber", "ACC-815");
            if (isProtected)
                instance.Text("PatientIdentityRemoved", "YES");
            instance.Add("PixelData", dataset => dataset.Bytes("PixelData", PixelsOf(number, pixelLength), "OW"));
            more?.Invoke(instance);
        });
        return isProtected ? WithWriter(bytes) : bytes;
    }

    /// <summary>The bytes behind the file meta information.</summary>
    public static byte[] DatasetOf(byte[] file)
    {
        const int group = 132, groupLength = 12;
        return file[(group + groupLength + BitConverter.ToInt32(file, group + 8))..];
    }

    /// <summary>A hash of the dataset.</summary>
    public static string HashOf(byte[] file) => Convert.ToHexString(SHA256.HashData(DatasetOf(file)));

    // The class of the implementation that wrote the file, with the length of the group.
    private static byte[] WithWriter(byte[] file)
    {
        var dataset = DatasetOf(file);
        var meta = new DatasetBuilder(isExplicit: true, isBigEndian: false)
            .Bytes("FileMetaInformationVersion", [0, 1])
            .Text("MediaStorageSOPClassUID", FileBuilder.CTImageStorage)
            .Text("MediaStorageSOPInstanceUID", "1.2.3.4")
            .Text("TransferSyntaxUID", Syntax.ExplicitLittle.Uid)
            .Text("ImplementationClassUID", EngineVersion.ImplementationClassUid);
        var length = new DatasetBuilder(isExplicit: true, isBigEndian: false)
            .Bytes("FileMetaInformationGroupLength", BitConverter.GetBytes(meta.Length));
        return [.. FileBuilder.Prefix, .. length.ToArray(), .. meta.ToArray(), .. dataset];
    }

    private static byte[] PixelsOf(int number, int length)
    {
        var pixels = new byte[length];
        for (var i = 0; i < length; i++)
            pixels[i] = (byte)(i * 31 + number * 17 + (i >> 8));
        return pixels;
    }
}

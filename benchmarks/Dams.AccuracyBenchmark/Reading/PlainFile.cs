using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Dams.Benchmarks.Accuracy.Standard;

namespace Dams.Benchmarks.Accuracy.Reading;

/// <summary>A file as it was read, without a library of DICOM: its values by place, and all its bytes inflated.</summary>
internal sealed class PlainFile
{
    private const int MetaStart = 132;
    private readonly ILookup<string, ReadElement> _elements;

    private PlainFile(IReadOnlyList<ReadElement> elements, byte[] bytes)
    {
        Elements = elements;
        Bytes = bytes;
        _elements = elements.ToLookup(element => element.Chain);
    }

    public IReadOnlyList<ReadElement> Elements { get; }

    public byte[] Bytes { get; }

    public static PlainFile Read(string path, StandardTables tables) => Parse(File.ReadAllBytes(path), tables);

    public static PlainFile Parse(byte[] bytes, StandardTables tables)
    {
        if (bytes.Length < MetaStart || !bytes.AsSpan(128, 4).SequenceEqual("DICM"u8))
            throw new InvalidDataException("no DICM");
        var elements = new List<ReadElement>();
        var meta = new PlainReader(bytes, MetaStart, isExplicit: true, isBigEndian: false, tables);
        meta.ReadDataset(elements, "", tag => tag.StartsWith("0002", StringComparison.Ordinal));
        var syntax = Encoding.ASCII.GetString(elements.First(element => element.Chain == "00020010").Value).TrimEnd('\0', ' ');
        var dataset = bytes[meta.Position..];
        if (syntax == "1.2.840.10008.1.2.1.99")
            dataset = Inflate(dataset);
        new PlainReader(dataset, 0, syntax != "1.2.840.10008.1.2", syntax == "1.2.840.10008.1.2.2", tables).ReadDataset(elements, "", _ => true);
        return new(elements, [.. bytes[..meta.Position], .. dataset]);
    }

    public IEnumerable<ReadElement> At(string chain) => _elements[chain];

    private static byte[] Inflate(byte[] bytes)
    {
        using var inflater = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var target = new MemoryStream();
        inflater.CopyTo(target);
        return target.ToArray();
    }
}

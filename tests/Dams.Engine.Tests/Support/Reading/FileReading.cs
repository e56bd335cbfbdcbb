using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace Dams.Tests.Support.Reading;

/// <summary>
/// A DICOM file as the tests' own reader sees it, all in memory. It shares nothing with the engine but the dictionary.
/// </summary>
internal sealed class FileReading
{
    private const int PrefixEnd = 132;

    private FileReading(byte[] bytes) => Bytes = bytes;

    /// <summary>The file; where the dataset is deflated, with that inflated.</summary>
    public byte[] Bytes { get; private set; }

    public bool HasPrefix { get; private init; }

    public IReadOnlyList<ElementReading> Meta { get; private init; } = [];

    public IReadOnlyList<ElementReading> Dataset { get; private set; } = [];

    public string Syntax { get; private init; } = "";

    public int DatasetStart { get; private init; }

    public int DatasetEnd { get; private set; }

    /// <summary>Every element of the dataset, at any depth.</summary>
    public IEnumerable<ElementReading> All => Dataset.SelectMany(element => element.AndDescendants());

    /// <exception cref="FormatException">The file cannot be read.</exception>
    public static FileReading Parse(byte[] bytes)
    {
        // A file that starts with an element may have the four letters in a value; what has neither a VR nor a length is none.
        var startsWithElement = bytes.Length >= 8 && Math.Min(bytes[0], bytes[1]) == 0 && Math.Max(bytes[0], bytes[1]) is > 0 and < 0x29
            && bytes.AsSpan(4, 4).ContainsAnyExcept((byte)0);
        var hasPrefix = bytes.Length > PrefixEnd && bytes.AsSpan(128, 4).SequenceEqual("DICM"u8) && !startsWithElement;
        var reader = new DatasetReader(bytes, hasPrefix ? PrefixEnd : 0, bytes.Length);
        var meta = reader.ReadMeta();
        var syntax = meta.FirstOrDefault(element => element.Tag == 0x00020010)?.Text ?? "";
        var file = new FileReading(bytes) { HasPrefix = hasPrefix, Meta = meta, Syntax = syntax, DatasetStart = reader.Position };
        if (syntax == Support.Syntax.Deflated.Uid)
            file.Bytes = [.. bytes[..reader.Position], .. Inflate(bytes[reader.Position..])];
        var dataset = new DatasetReader(file.Bytes, file.DatasetStart, file.Bytes.Length);
        file.Dataset = dataset.ReadRoot(syntax);
        file.DatasetEnd = dataset.Position;
        return file;
    }

    /// <summary>The element with a keyword or tag at the root.</summary>
    public ElementReading? Find(string attribute) => Find(Dataset, attribute);

    /// <summary>The element with a keyword or tag among some.</summary>
    public static ElementReading? Find(IEnumerable<ElementReading> elements, string attribute) =>
        elements.FirstOrDefault(element => element.Tag == TagOf(attribute));

    public static uint TagOf(string attribute) =>
        Dams.DataDictionary.TryFind(attribute, out var tag) ? tag.Value : throw new ArgumentException(attribute);

    private static byte[] Inflate(byte[] bytes)
    {
        using var source = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}

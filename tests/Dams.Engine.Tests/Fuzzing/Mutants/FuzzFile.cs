using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Fuzzing.Mutants;

/// <summary>A DICOM file that can be written wrongly.</summary>
internal sealed class FuzzFile
{
    /// <summary>Preamble and prefix.</summary>
    public byte[] Prefix { get; set; } = FileBuilder.Prefix;

    public List<FuzzElement> Meta { get; init; } = [];

    public List<FuzzElement> Dataset { get; init; } = [];

    public bool IsExplicit { get; set; }

    public bool IsBigEndian { get; set; }

    public bool IsDeflated { get; set; }

    /// <summary>What stands behind the dataset.</summary>
    public byte[] Tail { get; set; } = [];

    /// <summary>What happens to the bytes of the dataset before they are deflated.</summary>
    public List<Func<byte[], byte[]>> AfterWriting { get; } = [];

    /// <summary>What happens to the bytes of the file at the end.</summary>
    public List<Func<byte[], byte[]>> AtLast { get; } = [];

    /// <summary>A file that can be read, taken apart.</summary>
    public static FuzzFile From(byte[] bytes, Syntax syntax)
    {
        var file = FileReading.Parse(bytes);
        return new FuzzFile
        {
            Prefix = file.HasPrefix ? bytes[..FileBuilder.Prefix.Length] : [],
            // The length of the group is told anew.
            Meta = [.. file.Meta.Where(element => element.Tag != 0x00020000).Select(FuzzElement.From)],
            Dataset = [.. file.Dataset.Select(FuzzElement.From)],
            IsExplicit = syntax.IsExplicit,
            IsBigEndian = syntax.IsBigEndian,
            IsDeflated = syntax.IsDeflated,
        };
    }

    /// <summary>The list that each element of the dataset stands in, with its place there.</summary>
    public IEnumerable<(List<FuzzElement> Level, int Place)> Places() => PlacesIn(Dataset);

    public IEnumerable<FuzzElement> Elements => Places().Select(place => place.Level[place.Place]);

    public byte[] Write()
    {
        var writer = new FuzzWriter(IsBigEndian);
        var dataset = Apply(AfterWriting, writer.Write(Dataset, IsExplicit));
        var meta = new FuzzWriter(isBigEndian: false).Write(Meta, isExplicit: true);
        var length = Meta.Count == 0 || Meta.Exists(element => element.Tag == 0x00020000)
            ? []
            : FileBuilder.Dataset(Syntax.ExplicitLittle, group => group.Bytes("FileMetaInformationGroupLength", BitConverter.GetBytes(meta.Length)));
        return Apply(AtLast, [.. Prefix, .. length, .. meta, .. IsDeflated ? FileBuilder.Deflate(dataset) : dataset, .. Tail]);
    }

    private static byte[] Apply(List<Func<byte[], byte[]>> changes, byte[] bytes) => changes.Aggregate(bytes, (before, change) => change(before));

    private static IEnumerable<(List<FuzzElement> Level, int Place)> PlacesIn(List<FuzzElement> level)
    {
        for (var i = 0; i < level.Count; i++)
        {
            yield return (level, i);
            foreach (var place in (level[i].Items ?? []).SelectMany(item => PlacesIn(item.Elements)))
                yield return place;
        }
    }
}

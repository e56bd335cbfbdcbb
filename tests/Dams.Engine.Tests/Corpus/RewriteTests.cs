using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Corpus;

public sealed class RewriteTests
{
    [CorpusFact]
    public void A_rewrite_without_edits_gives_the_same_bytes()
    {
        var count = 0;
        foreach (var path in CorpusFiles.All)
        {
            using var file = Open(path);
            // A deflated dataset is compressed anew; the test below is about those.
            if (file is null || file.Syntax.IsDeflated)
                continue;
            Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(Rewrite(file, new EditList(file))), Path.GetFileName(path));
            count++;
        }

        Assert.True(count > 200);
    }

    [CorpusFact]
    public void A_deflated_dataset_inflates_to_the_same_bytes()
    {
        var count = 0;
        foreach (var path in CorpusFiles.All)
        {
            using var file = Open(path);
            if (file is not { Syntax.IsDeflated: true })
                continue;
            var (before, after) = (File.ReadAllBytes(path), Rewrite(file, new EditList(file)));
            var start = (int)file.DatasetOffset;
            Assert.Equal(before[..start], after[..start]);
            Assert.True(Inflate(before[start..]).AsSpan().SequenceEqual(Inflate(after[start..])), Path.GetFileName(path));
            count++;
        }

        Assert.Equal(2, count);
    }

    [CorpusFact]
    public void A_new_name_changes_the_name_and_the_lengths_that_enclose_it()
    {
        var count = 0;
        foreach (var path in CorpusFiles.All)
        {
            using var file = Open(path);
            var index = file?.Dataset.Find(KnownTag.PatientName) ?? -1;
            if (file is null || index < 0 || file.Syntax.IsDeflated || HasLengthOfItsGroup(file))
                continue;
            var element = file.Dataset[index];
            var edits = new EditList(file);
            edits.Replace(index, "SUBJ-4711"u8, (byte)' ');

            var source = File.ReadAllBytes(path);
            var header = source[(int)element.Offset..(int)element.ValueOffset];
            WriteLength(header, element, 10);
            byte[] expected = [.. source[..(int)element.Offset], .. header, .. "SUBJ-4711 "u8, .. source[(int)element.End..]];
            Assert.True(expected.AsSpan().SequenceEqual(Rewrite(file, edits)), Path.GetFileName(path));
            count++;
        }

        Assert.True(count > 150, $"{count} files");
    }

    [CorpusFact]
    public void Without_its_private_elements_a_file_keeps_all_others_byte_by_byte()
    {
        foreach (var path in CorpusFiles.All)
        {
            using var folder = new TemporaryFolder();
            using var file = Open(path);
            if (file is null)
                continue;
            var edits = new EditList(file);
            for (var i = 0; i < file.Dataset.Count;)
            {
                if (file.Dataset[i].Tag.IsPrivate)
                    edits.Remove(i);
                i = file.Dataset[i].Tag.IsPrivate ? file.Dataset[i].Next : i + 1;
            }
            using var again = DicomFile.Open(folder.Write("again.dcm", Rewrite(file, edits)));

            Assert.Equal(Leaves(file), Leaves(again));
        }
    }

    // Without group lengths, which change with the elements behind them.
    private static string[] Leaves(DicomFile file)
    {
        var tree = file.Dataset;
        return [.. Enumerable.Range(0, tree.Count)
            .Where(i => !tree[i].IsSequence && !tree[i].IsItem && !tree[i].Tag.IsGroupLength && tree[i].Tag != KnownTag.LengthToEnd)
            .Where(i => !IsInsidePrivate(tree, i))
            .Select(i => $"{tree[i].Tag} {tree[i].Vr} {Hash(file, tree[i])}")];
    }

    private static bool IsInsidePrivate(ElementTree tree, int index)
    {
        for (; index != ElementTree.Root; index = tree[index].Parent)
        {
            if (tree[index].Tag.IsPrivate)
                return true;
        }
        return false;
    }

    private static string Hash(DicomFile file, Element element)
    {
        var value = new byte[element.End - element.Offset];
        file.Source.CopyTo(element.Offset, value);
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(value));
    }

    private static bool HasLengthOfItsGroup(DicomFile file) =>
        file.Dataset.Find(new Tag(0x00100000)) >= 0 || file.Dataset.Find(KnownTag.LengthToEnd) >= 0;

    private static void WriteLength(byte[] header, Element element, uint length)
    {
        var field = header.AsSpan(element.HeaderLength == 8 && !element.IsImplicit ? 6 : element.HeaderLength - 4);
        if (field.Length == 2 && element.IsBigEndian)
            BinaryPrimitives.WriteUInt16BigEndian(field, (ushort)length);
        else if (field.Length == 2)
            BinaryPrimitives.WriteUInt16LittleEndian(field, (ushort)length);
        else if (element.IsBigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(field, length);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(field, length);
    }

    private static byte[] Rewrite(DicomFile file, EditList edits)
    {
        using var target = new MemoryStream();
        FileRewriter.Write(file, edits, target, default);
        return target.ToArray();
    }

    private static byte[] Inflate(byte[] bytes)
    {
        using var inflater = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var target = new MemoryStream();
        inflater.CopyTo(target);
        return target.ToArray();
    }

    // Null for a file that has a reason not to be read: other tests say which those are.
    private static DicomFile? Open(string path)
    {
        try
        {
            return DicomFile.Open(path);
        }
        catch (DamsException)
        {
            return null;
        }
    }
}

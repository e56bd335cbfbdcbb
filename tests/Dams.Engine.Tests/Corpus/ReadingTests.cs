using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Corpus;

public sealed class ReadingTests
{
    // What others read as far as it goes, a rewrite must not: these are cut off, or lack their first byte.
    private static readonly Dictionary<string, string> Broken = new()
    {
        ["dcm4che_3gb-bulk-data-truncated"] = "TruncatedElement",
        ["pydicom_MR_truncated.dcm"] = "TruncatedElement",
        ["pydicom_rtplan_truncated.dcm"] = "TruncatedElement",
        ["pydicom_no_meta.dcm"] = "NotDicom",
    };

    // In two, pydicom leaves sequences in unknown values closed; in one, it takes the DICM of a value for the prefix.
    private static readonly string[] OthersDiffer =
        ["dcm4che_MR-JPEGLosslessSV1.dcm", "pydicom_priv_SQ.dcm", "dcm4che_no_preamble_dicm_in_data"];

    [CorpusFact]
    public void Every_file_reads_but_those_that_are_broken()
    {
        var errors = new Dictionary<string, string>();
        foreach (var path in CorpusFiles.All)
        {
            try
            {
                using var file = DicomFile.Open(path);
                Assert.NotEqual(0, file.Dataset.Count);
            }
            catch (DamsException e)
            {
                errors.Add(Path.GetFileName(path), e.Id);
            }
        }

        Assert.True(CorpusFiles.All.Count > 200);
        Assert.Equal(Broken.OrderBy(pair => pair.Key), errors.OrderBy(pair => pair.Key));
    }

    [CorpusFact]
    public void Whatever_DCMTK_reads_to_its_end_reads()
    {
        var index = CorpusIndex.Load();

        Assert.DoesNotContain(Broken.Keys, name => index[name].DcmtkReads);
    }

    [CorpusFact]
    public void Private_elements_and_nested_sequences_are_those_that_others_find()
    {
        var index = CorpusIndex.Load();
        var differences = new List<string>();
        foreach (var path in CorpusFiles.All.Where(path => !Broken.ContainsKey(Path.GetFileName(path))))
        {
            using var file = DicomFile.Open(path);
            var expected = index[Path.GetFileName(path)];
            var (count, depth) = (PrivateCount(file.Dataset), Depth(file.Dataset));
            if (expected.PydicomReads && !OthersDiffer.Contains(expected.Name) && (count, depth) != (expected.PrivateCount, expected.Depth))
                differences.Add($"{expected.Name}: {count} private, {expected.PrivateCount} expected; depth {depth}, {expected.Depth} expected");
        }

        Assert.Empty(differences);
    }

    [CorpusFact]
    public void What_stands_around_the_pixel_data_reads_the_same_without_them()
    {
        foreach (var path in CorpusFiles.All.Where(path => !Broken.ContainsKey(Path.GetFileName(path))))
        {
            using var whole = DicomFile.Open(path);
            using var header = DicomFile.Open(path, ReadScope.WithoutPixelData);
            var pixels = whole.Dataset.Find(KnownTag.PixelData);

            var goesOn = pixels < 0 || whole.Dataset[pixels].Next < whole.Dataset.Count;
            Assert.True(header.Dataset.Count == whole.Dataset.Count || (!goesOn && header.Dataset.Count == pixels));
            for (var i = 0; i < header.Dataset.Count; i++)
                Assert.Equal(whole.Dataset[i], header.Dataset[i]);
            Assert.Equal(InstanceFacts.Read(whole).SOPInstanceUID, InstanceFacts.Read(header).SOPInstanceUID);
        }
    }

    [CorpusFact]
    public void Every_value_of_every_file_reads_as_text_or_numbers()
    {
        var texts = 0;
        foreach (var path in CorpusFiles.All.Where(path => !Broken.ContainsKey(Path.GetFileName(path))))
        {
            using var file = DicomFile.Open(path);
            for (var i = 0; i < file.Dataset.Count; i++)
            {
                var element = file.Dataset[i];
                if (element.IsItem || element.IsSequence)
                    continue;
                var vr = ValueReader.VrOf(element);
                if (vr.IsText)
                    texts += file.Values.Texts(file.Dataset, i).Length;
                else
                    Assert.Equal(vr.WordSize == 1 ? 0 : element.ValueLength / vr.WordSize, file.Values.Numbers(element).Count);
            }
        }

        Assert.True(texts > 20_000, $"{texts} texts");
    }

    private static int PrivateCount(ElementTree tree) => Enumerable.Range(0, tree.Count).Count(i => tree[i].Tag.IsPrivate);

    private static int Depth(ElementTree tree)
    {
        var deepest = 0;
        for (var i = 0; i < tree.Count; i++)
        {
            var depth = 0;
            for (var item = tree[i].IsItem ? i : -1; item >= 0; item = tree[tree[item].Parent].Parent)
                depth++;
            deepest = Math.Max(deepest, depth);
        }
        return deepest;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Loader;
using Dams.Core;
using Dams.Dicom.Dictionary;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Dicom;

public sealed class DataDictionaryTests
{
    private static readonly string[] Lines = [.. EmbeddedText.Lines("elements.txt"), .. EmbeddedText.Lines("repeating-elements.txt")];

    [Theory]
    [InlineData("0008,0005", "CS", "1-n", "SpecificCharacterSet")]
    [InlineData("0010,0010", "PN", "1", "PatientName")]
    [InlineData("0010,0020", "LO", "1", "PatientID")]
    [InlineData("0028,0030", "DS", "2", "PixelSpacing")]
    [InlineData("0040,A730", "SQ", "1", "ContentSequence")]
    [InlineData("0002,0010", "UI", "1", "TransferSyntaxUID")]
    [InlineData("0000,0900", "US", "1", "Status")]
    [InlineData("6000,3000", "OB", "1", "OverlayData")]
    [InlineData("60FE,3000", "OB", "1", "OverlayData")]
    [InlineData("5002,0010", "US", "1", "NumberOfPoints")]
    [InlineData("1010,1234", "US", "1-n", "ZonalMap")]
    [InlineData("0020,31FF", "CS", "1-n", "SourceImageIDs")]
    public void An_element_has_what_the_standard_prints(string tag, string vr, string multiplicity, string keyword)
    {
        var element = DatasetBuilder.TagOf(tag);

        Assert.Equal(vr, DataDictionary.VrOf(element).ToString());
        Assert.Equal(multiplicity, MultiplicityOf(element));
        Assert.Equal(keyword, DataDictionary.KeywordOf(element));
        Assert.True(DataDictionary.Contains(element));
    }

    [Theory]
    [InlineData("0009,0010", "LO")]
    [InlineData("0009,00FF", "LO")]
    [InlineData("0009,0100", "UN")]
    [InlineData("0009,1001", "UN")]
    [InlineData("6001,3000", "UN")]
    [InlineData("5001,0010", "LO")]
    [InlineData("7777,0001", "UN")]
    [InlineData("0010,FFFF", "UN")]
    public void A_private_or_unknown_element_is_not_in_the_dictionary(string tag, string vr)
    {
        var element = DatasetBuilder.TagOf(tag);

        Assert.Equal(vr, DataDictionary.VrOf(element).ToString());
        Assert.Equal("", DataDictionary.KeywordOf(element));
        Assert.Equal("", MultiplicityOf(element));
        Assert.False(DataDictionary.Contains(element));
    }

    [Theory]
    [InlineData("0008,0000")]
    [InlineData("0009,0000")]
    [InlineData("7FE0,0000")]
    public void A_group_length_is_a_number_of_four_bytes(string tag) =>
        Assert.Equal(Vr.UL, DataDictionary.VrOf(DatasetBuilder.TagOf(tag)));

    [Theory]
    [InlineData("PatientName", true)]
    [InlineData("patientname", true)]
    [InlineData(" PatientName ", true)]
    [InlineData("0010,0010", true)]
    [InlineData("(0010,0010)", true)]
    [InlineData("00100010", true)]
    [InlineData("Patient Name", false)]
    [InlineData("Patient", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_element_is_found_by_its_keyword_or_tag(string? name, bool isFound)
    {
        Assert.Equal(isFound, DataDictionary.TryFind(name, out var tag));
        Assert.Equal(isFound ? KnownTag.PatientName : default, tag);
    }

    [Fact]
    public void Keywords_come_in_the_order_of_tags_and_lead_back_to_them()
    {
        var tags = new List<Tag>();
        foreach (var keyword in DataDictionary.Keywords)
        {
            Assert.True(DataDictionary.TryFind(keyword, out var tag));
            Assert.Equal(keyword, DataDictionary.KeywordOf(tag));
            tags.Add(tag);
        }

        Assert.True(tags.Count > 5000);
        Assert.Equal(tags.Order(), tags);
    }

    [Fact]
    public void Every_row_of_the_standard_is_in_the_dictionary()
    {
        var rows = StandardTables.Read("dictionary.tsv").Where(row => row["vr"] != "NONE").ToArray();
        Assert.True(rows.Length > 5300);
        foreach (var row in rows)
        {
            // Any digit may stand for an x, but no other element may have the tag that it makes.
            foreach (var digit in row["tag"].Contains('x', StringComparison.Ordinal) ? "24" : "0")
            {
                var tag = DatasetBuilder.TagOf(row["tag"].Replace('x', digit));
                var vr = row["vr"].Length == 0 ? "UN" : row["vr"].Split('/')[0];

                Assert.True(DataDictionary.Contains(tag), row["tag"]);
                Assert.Equal((row["tag"], vr), (row["tag"], DataDictionary.VrOf(tag).ToString()));
                Assert.Equal((row["tag"], row["keyword"]), (row["tag"], DataDictionary.KeywordOf(tag)));
                if (row["vm"].Length > 0)
                    Assert.Equal((row["tag"], row["vm"]), (row["tag"], MultiplicityOf(tag)));
            }
        }
    }

    [Fact]
    public void The_dictionary_has_no_keyword_of_its_own()
    {
        var standard = StandardTables.Read("dictionary.tsv").Select(row => row["keyword"]).ToHashSet();

        Assert.Superset(DataDictionary.Keywords.ToHashSet(), standard);
        Assert.Empty(standard.Where(keyword => keyword.Length > 0).Except(DataDictionary.Keywords).Except(Repeating()));

        static IEnumerable<string> Repeating() => StandardTables.Read("dictionary.tsv")
            .Where(row => row["tag"].Contains('x', StringComparison.Ordinal) || row["vr"] == "NONE").Select(row => row["keyword"]);
    }

    [Fact]
    public void It_loads_in_milliseconds()
    {
        // A second copy of the assembly, since the tests before this one have loaded the first. The bound is loose.
        var context = new AssemblyLoadContext("dictionary", isCollectible: true);
        var copy = context.LoadFromAssemblyPath(typeof(DataDictionary).Assembly.Location);
        var find = copy.GetType(typeof(DataDictionary).FullName!)!.GetMethod(nameof(DataDictionary.TryFind))!;
        object? isFound = null;

        var time = ThreadTime.Measure(() => isFound = find.Invoke(null, ["PatientName", null]));

        Assert.True(time.TotalMilliseconds < 1000, $"{time.TotalMilliseconds} ms");
        Assert.Equal(true, isFound);
        context.Unload();
    }

    // The engine reads no multiplicity; its tables have the column, as the standard prints it.
    private static string MultiplicityOf(Tag tag) => tag.IsPrivate ? "" : Lines
        .FirstOrDefault(line => line[..8].Zip($"{tag.Value:X8}").All(digits => digits.First == 'x' || digits.First == digits.Second))?.Split(' ')[2] ?? "";
}

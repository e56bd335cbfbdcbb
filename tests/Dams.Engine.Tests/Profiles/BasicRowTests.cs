using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>Every line of PS3.15 table E.1-1, at the root and inside a sequence that stays.</summary>
public sealed class BasicRowTests
{
    // Kept: no line of the table names it.
    private const string KeptSequence = "PerformedProtocolCodeSequence";

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var cells in StandardTables.Lines("confidentiality-profile.tsv"))
        {
            // An element of group 2 at the root is file meta information, which has tests of its own.
            if (cells[0] is not ("0002,0003" or "006A,0003"))
                rows.Add(Example(cells[0]), cells[5]);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_attribute_meets_its_action(string attribute, string action)
    {
        var tag = FileReading.TagOf(attribute);
        foreach (var syntax in new[] { Syntax.ExplicitLittle, Syntax.ImplicitLittle })
        {
            var source = new InstanceBuilder(syntax: syntax)
                .Add(attribute, dataset => SampleValue.Write(dataset, tag))
                .Sequence(KeptSequence, item => SampleValue.Write(item, tag))
                .Build();

            var output = Deidentified.Bytes(source);

            var comparison = BasicComparison.Compare(FileReading.Parse(source), FileReading.Parse(output), Deidentified.Identity);
            Problems.AssertNone(comparison.Problems);
            Assert.False(SampleValue.IsIn(output), "the value is still there");
            var elements = FileReading.Parse(output).All.Where(element => element.Tag == tag).ToArray();
            var isMisplaced = tag >> 16 is 0 or 4;
            if (isMisplaced)
                Assert.Empty(elements);
            else if (action == "X" && ProfileTable.RemovalOf(tag, FileBuilder.CTImageStorage, "") == "X")
                Assert.Empty(elements);
            else if (action == "X")
                Assert.Single(elements);
            else if (action is "Z" or "D" or "U" or "X/Z/U*")
                Assert.Equal(2, elements.Length);
            Assert.All(elements, element => Assert.True(action != "Z" || element.Value.Length == 0 || IsPseudonym(element)));
        }
    }

    [Fact]
    public void The_table_has_the_lines_that_the_standard_prints()
    {
        Assert.Equal(655, StandardTables.Lines("confidentiality-profile.tsv").Count());
        Assert.Equal("", ProfileTable.PrintedFor(FileReading.TagOf(KeptSequence)));
    }

    private static bool IsPseudonym(ElementReading element) => element.Text == Deidentified.Identity.PatientName;

    private static string Example(string cell) => cell == "gggg,eeee" ? "0009,1001" : cell.Replace('x', '2');
}

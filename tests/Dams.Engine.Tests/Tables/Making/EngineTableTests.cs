using System;
using System.IO;
using System.Linq;
using Dams.Tables;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Tables.Making;

public sealed class EngineTableTests
{
    [StandardFact]
    public void The_tables_of_the_engine_are_what_the_standard_prints()
    {
        var standard = new StandardFolder(Requirement.StandardFolder!);

        Assert.All(EngineTable.All, table =>
            Assert.Equal(table.Text(standard), File.ReadAllText(TableFiles.Engine(Repository.Root, table.Name))));
        Assert.Equal(EngineTable.Edition, standard.Edition);
    }

    [StandardFact]
    public void The_concepts_that_identify_have_the_codes_and_meanings_that_the_standard_prints()
    {
        var printed = new StandardFolder(Requirement.StandardFolder!).Part(15).Table("table_E.3.4-1").Texts("Code Value", "Coding Scheme Designator", "Code Meaning")
            .Where(row => row[1] == "DCM").Select(row => $"{row[0]} {string.Concat(row[2].Where(char.IsLetterOrDigit))}").ToHashSet();

        Assert.All(File.ReadLines(TableFiles.Engine(Repository.Root, "content-items.txt")).Select(line => line.Split(' ')), words =>
            Assert.Contains($"{words[0]} {words[2]}", printed));
    }

    [Fact]
    public void Every_table_that_is_made_is_one_that_the_engine_has() =>
        Assert.All(EngineTable.All, table => Assert.True(File.Exists(TableFiles.Engine(Repository.Root, table.Name))));

    [Fact]
    public void The_page_of_the_data_says_which_edition_the_tables_are_of_and_which_the_tool_makes()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data.md"));
        var made = page.Split('\n').Where(line => line.Contains("| the tool", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        Assert.Contains($"DICOM **{EngineTable.Edition}**", page, StringComparison.Ordinal);
        Assert.Equal(EngineTable.All.Select(table => table.Name), made);
    }

    [Fact]
    public void Parts_of_two_editions_do_not_mix()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["part06.xml"], StandardXml.Text(6));
        File.WriteAllText(folder["part07.xml"], StandardXml.Text(7).Replace(StandardXml.Edition, "2031c"));
        var standard = new StandardFolder(folder.Path);

        Assert.Equal(StandardXml.Edition, standard.Part(6).Edition);
        Assert.Contains("2031c", Assert.Throws<InvalidDataException>(() => standard.Part(7)).Message);
    }

    [Fact]
    public void A_part_is_found_in_the_folder_in_which_it_is_published()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["source/docbook/part06"]);
        File.WriteAllText(folder["source/docbook/part06/part06.xml"], StandardXml.Text(6));

        Assert.Equal(StandardXml.Edition, new StandardFolder(folder.Path).Part(6).Edition);
        Assert.Contains("part15.xml", Assert.Throws<FileNotFoundException>(() => new StandardFolder(folder.Path).Part(15)).Message);
    }

    [Theory]
    [InlineData("<book")]
    [InlineData("<book/>")]
    public void What_is_no_part_of_the_standard_is_told(string xml) =>
        Assert.Throws<InvalidDataException>(() => DocBookPart.Read(new StringReader(xml)));

    [Fact]
    public void Facts_for_the_tests_keep_the_columns_that_they_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["facts.tsv"], "tag\tremark\tvr\n0012,0001\tx\tLO\n");
        Directory.CreateDirectory(folder["to"]);

        Assert.Equal(1, new FactTable("facts.tsv", ["tag"], ["tag", "vr"]).Copy(folder.Path, folder["to"]));
        Assert.Equal("tag\tvr\n0012,0001\tLO\n", File.ReadAllText(folder["to/facts.tsv"]));
    }

    [Theory]
    [InlineData("tag\tvr\n0012,0001\tLO\n0012,0001\tSH\n")]
    [InlineData("tag\tvr\n0012,0001\n")]
    [InlineData("tag\n0012,0001\n")]
    public void Facts_that_are_cut_off_or_twice_there_are_not_taken(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["facts.tsv"], text);

        Assert.Throws<InvalidDataException>(() => new FactTable("facts.tsv", ["tag"], ["tag", "vr"]).Copy(folder.Path, folder.Path));
    }
}

using System;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class PatientListErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, CoversError("UnreadablePatientList")]
    public void A_list_that_is_not_there_stops_the_command() => AssertUnusable("UnreadablePatientList", _folder["nowhere.csv"]);

    [Fact]
    public void A_folder_is_no_list() => AssertUnusable("UnreadablePatientList", _folder.Path);

    [Theory, CoversError("EmptyPatientList")]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("subj,Patient_Dir_Paths\n")]
    [InlineData("subj,Patient_Dir_Paths\n,\n , \n")]
    public void A_list_without_rows_stops_the_command(string text) => AssertUnusable("EmptyPatientList", List(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_list_without_a_column_of_folders_stops_the_command() =>
        AssertUnusable("NoFolderColumn", List("subj,Directory\nS-1,Muster_Erika\n"u8.ToArray()));

    [Fact, CoversError("MalformedPatientList")]
    public void A_list_that_cannot_be_understood_stops_the_command()
    {
        var workbook = TestWorkbook.Build(["subj", "Patient_Dir_Paths"], ["S-1", "Muster_Erika"]);

        AssertUnusable("MalformedPatientList", List(Encoding.Latin1.GetBytes("subj,Patient_Dir_Paths\nS-1,Müster\n")));
        AssertUnusable("MalformedPatientList", List(Encoding.Unicode.GetBytes("subj,Patient_Dir_Paths\nS-1,Muster_Erika\n")));
        AssertUnusable("MalformedPatientList", List(workbook[..(workbook.Length / 2)]));
        AssertUnusable("MalformedPatientList", List([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
    }

    [Fact]
    public void A_workbook_with_a_number_format_that_says_nothing_stops_the_command() => AssertUnusable(
        "MalformedPatientList", List(TestWorkbook.BuildWithFormat(null, ["subj", "Patient_Dir_Paths"], ["S-1", "Muster_Erika"])));

    [Theory]
    [InlineData("--destination", "out")]
    [InlineData("--list", "list.csv")]
    [InlineData("--list", "list.csv", "--destination", "out", "in")]
    [InlineData("--list", "list.csv", "--destination", "out", "--subject-id", "S-1")]
    [InlineData("--id-width", "3", "--destination", "out", "in")]
    [InlineData("--list", "list.csv", "--validate", "--id-width", "0")]
    public void Arguments_that_do_not_go_together_are_told_before_anything_is_read(params string[] arguments)
    {
        var run = DamsCommand.Run(_folder, ["protect", .. arguments]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("dams: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be read", run.Error, StringComparison.Ordinal);
    }

    private string List(byte[] bytes) => _folder.Write("list", bytes);

    private void AssertUnusable(string id, string list)
    {
        var run = DamsCommand.Run(_folder, "protect", "--validate", "--json", "--list", list);

        Assert.Equal((2, id), (run.ExitCode, (string?)run.EventsOf("error").SingleOrDefault()?["id"]));
        Assert.DoesNotContain("Erika", run.Error + run.Output, StringComparison.Ordinal);
    }
}

using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Cli;

public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Demo_makes_patients_and_what_can_be_shared_of_them(bool isThere)
    {
        if (isThere)
            Directory.CreateDirectory(_folder["demo"]);

        var run = DamsCommand.Run(_folder, "demo", _folder["demo"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains(Path.Combine("demo", "shared"), run.Error, StringComparison.Ordinal);
        var source = Batch.Tree(_folder[Path.Combine("demo", "source")]);
        var shared = Batch.Tree(_folder[Path.Combine("demo", "shared")]);
        Assert.Equal(source.Count, shared.Count);
        Assert.All(shared.Values, bytes =>
        {
            Assert.Equal(-1, bytes.AsSpan().IndexOf("Muster"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("Gildong"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("MRN-"u8));
            Assert.StartsWith("SUBJ-", FileReading.Of(bytes).Find("PatientID")!.Text, StringComparison.Ordinal);
        });
        OwnerOnly.Assert(_folder[Path.Combine("demo", "private", "protection.key")]);
        OwnerOnly.Assert(_folder[Path.Combine("demo", "private", "subjects.csv")]);
        var map = File.ReadAllLines(_folder[Path.Combine("demo", "private", "subjects.csv")]);
        Assert.Equal("subj,MRN,CT_date", map[0]);
        Assert.Equal(["MRN-0001", "MRN-0002"], map.Skip(1).Select(line => line.Split(',')[1]).Distinct().Order());
        Assert.False(Directory.Exists(_folder["home"]), "the demo does not touch the account's own key");
    }

    [Fact]
    [CoversError("FolderNotEmpty")]
    public void Demo_refuses_a_folder_with_something_in_it()
    {
        _folder.Write(Path.Combine("demo", "mine.txt"), [1]);

        var run = DamsCommand.Run(_folder, "demo", _folder["demo"], "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is not empty", run.Error, StringComparison.Ordinal);
        Assert.Equal("FolderNotEmpty", (string?)DamsCommand.Property(Assert.Single(run.EventsOf("error")), "Id"));
        Assert.Equal(["mine.txt"], Batch.Tree(_folder["demo"]).Keys);
    }
}

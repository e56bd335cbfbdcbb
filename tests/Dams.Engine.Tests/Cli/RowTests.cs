using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>A row of a list gives the same values through every command that takes one.</summary>
public sealed class RowTests : IDisposable
{
    private static readonly string[] Dates = ["19601231", "1960-12-31", "31.12.1960", "12/31/1960", "31 Dec 1960"];
    private static readonly string[] Names = ["ALPHA", "BRAVO", "CHARLIE", "DELTA", "ECHO"];

    private readonly TemporaryFolder _folder = new();
    private readonly string _key;

    public RowTests()
    {
        _key = _folder["protection.key"];
        ProtectionKey.Create(_key, replace: false);
        for (var i = 0; i < Dates.Length; i++)
        {
            _folder.Write($"in/{i}/1.dcm", CT.Slice($"MRN-471{i}", $"1.2.{i}", $"1.2.{i}.1"));
            _folder.Write($"in/{i}/PatientInfo.xml", Encoding.UTF8.GetBytes($"<PatientInfo ID=\"MRN-471{i}\" Initial=\"Muster Erika\" DOB=\"1952-08-17\" />"));
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Patient_ID,Patient_Name,Date_of_Birth,Patient_Dir_Paths")]
    [InlineData("subj,PatientName,DOB,Paths")]
    [InlineData("Subject,patient name,PatientBirthDate,LiteralPath")]
    [InlineData("SUBJECT ID,PATIENT_NAME,birth date,FullName")]
    public void A_row_gives_the_same_values_through_every_command(string titles)
    {
        var rows = Dates.Select((date, i) => $"S-{i},{Names[i]},{date},in/{i}");
        var list = _folder.Write("list.csv", Encoding.UTF8.GetBytes(string.Join("\n", [titles, .. rows])));

        foreach (var command in new[] { "batch", "protect", "xml" })
        {
            var run = Run(command, list);
            Assert.True(run.ExitCode == 0, run.Error);
        }

        string[] images = [.. Names.Select((name, i) => $"S-{i} {name} 19601231")], xml = [.. Names.Select((name, i) => $"S-{i} {name} 1960-12-31")];
        Assert.Equal(images, ImagesIn("batch"));
        Assert.Equal(images, ImagesIn("protect"));
        Assert.Equal(xml, XmlIn("batch"));
        Assert.Equal(xml, XmlIn("xml"));
    }

    [Theory]
    [InlineData("subj,DOB,Path\nS-9,03/04/1950,in/0", "AmbiguousBirthDate")]
    [InlineData("subj,DOB,Path\nS-9,soon,in/0", "UnreadableBirthDate")]
    [InlineData("subj,MRN,Path\nS-9,ELSE-1,in/0", "IDFitsNoFolder")]
    [InlineData("subj,Path\nMRN-4710,in/0", "GivenValueIsPatients")]
    public void A_row_is_refused_by_every_command_for_the_same_reason(string text, string reason)
    {
        var list = _folder.Write("list.csv", Encoding.UTF8.GetBytes(text));

        foreach (var command in new[] { "batch", "protect", "xml" })
        {
            var run = Run(command, list);
            Assert.Equal(reason, Assert.Single(run.EventsOf("failure"))["id"]?.ToString());
            Assert.False(Directory.Exists(_folder[command]), command);
        }
    }

    private DamsCommand Run(string command, string list) => DamsCommand.Run(
        _folder, [command, .. command == "batch" ? [list] : new[] { "--list", list }, "--json", "--destination", _folder[command], "--key", _key, "--profile", "Encode"]);

    private IEnumerable<string> ImagesIn(string command) => Files(command, "*.dcm").Select(path => FileReading.Parse(File.ReadAllBytes(path)))
        .Select(file => string.Join(' ', new[] { "PatientID", "PatientName", "PatientBirthDate" }.Select(keyword => file.Find(keyword)!.Text))).Order();

    private IEnumerable<string> XmlIn(string command) => Files(command, "*.xml").Select(File.ReadAllText)
        .Select(text => string.Join(' ', text.Split('"').Where((_, i) => i % 2 == 1))).Order();

    private string[] Files(string command, string pattern) => Directory.GetFiles(_folder[command], pattern, SearchOption.AllDirectories);
}

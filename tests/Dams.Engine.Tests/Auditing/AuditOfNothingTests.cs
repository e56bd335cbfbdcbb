using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Auditing;

/// <summary>An audit that looks at nothing, or compares with nothing, does not read as clean.</summary>
public sealed class AuditOfNothingTests : AuditTestBase
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [CoversError("NothingToAudit")]
    public void An_empty_folder_and_one_that_is_not_there_are_no_clean_output(bool exists)
    {
        if (exists)
            Directory.CreateDirectory(Folder["out"]);

        AssertStops("NothingToAudit", () => Find(Folder["out"]));
    }

    [Theory]
    [InlineData("subj,MRN,CT_date\n")]
    [InlineData("subj,MRN,CT_date\nSUBJ-1,,20240311\n")]
    [CoversError("EmptySubjectMap")]
    public void A_map_of_titles_alone_is_refused(string text)
    {
        var map = SubjectMap.Read(Folder.Write("map.csv", System.Text.Encoding.UTF8.GetBytes(text)));

        AssertStops("EmptySubjectMap", () => new Audit(new RunContext(new RecordingListener())).AddReference(map));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("notes")]
    [InlineData("not there")]
    [CoversError("NoOriginals")]
    public void Originals_that_are_none_are_refused_though_others_are_there(string folder)
    {
        Directory.CreateDirectory(Folder["empty"]);
        Folder.Write("notes/notes.txt", "nothing of a patient, and long enough to be read as a header"u8.ToArray());
        Folder.Write("out/1.dcm", Clean().Build());

        AssertStops("NoOriginals", () => Find(Folder["out"], Folder["originals"], Folder[folder]));
    }

    [Fact]
    public void Originals_that_are_named_twice_or_inside_each_other_are_all_there()
    {
        Folder.Write("out/1.dcm", Clean().Build());

        Assert.Empty(Find(Folder["out"], Folder["originals"], Folder["originals/1.dcm"], Folder["originals"]));
    }

    [Fact]
    public void An_original_that_cannot_be_read_is_told()
    {
        Folder.Write("originals/2.dcm", CT.Slice()[..200]);
        Folder.Write("out/1.dcm", Clean().Build());
        var listener = new RecordingListener();

        new Audit(new RunContext(listener)).AddReference([Folder["originals"]]);

        Assert.Equal(Folder["originals/2.dcm"], Assert.Single(listener.Failures).SourcePath);
    }

    [Fact]
    public void The_summary_counts_files_originals_and_findings_by_kind()
    {
        Folder.Write("out/1.dcm", Clean().Text("PatientName", "Muster^Erika").Build());
        Folder.Write("out/2.dcm", Clean().Text("ImageComments", "see MRN 4711 please").Text("PatientName", "Muster^Erika").Build());
        Folder.Write("out/3.dcm", Clean().Build());
        var audit = new Audit(new RunContext(new RecordingListener()) { Workers = 2 });
        audit.AddReference([Folder["originals"]]);

        var findings = audit.Find([Folder["out"]]).Count();

        Assert.Equal((3, 1, findings), (audit.Summary.Files, audit.Summary.Originals, audit.Summary.FindingCount));
        Assert.Equal(new Dictionary<IdentifierKind, int> { [IdentifierKind.Name] = 2, [IdentifierKind.Identifier] = 1 }, audit.Summary.Findings);
        Assert.Equal("3 files read, 1 original compared: 3 findings (2 Name, 1 Identifier).", $"{audit.Summary}");
    }

    private static void AssertStops(string id, Action audit)
    {
        var error = Assert.Throws<DamsException>(audit);
        Assert.Equal((id, ErrorScope.Configuration), (error.Id, error.Scope));
        Assert.DoesNotContain("originals/", error.Message, StringComparison.Ordinal);
    }
}

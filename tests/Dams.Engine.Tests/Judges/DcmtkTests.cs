using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Xunit;

namespace Dams.Tests.Judges;

/// <summary>DCMTK complains of no output more than of its source.</summary>
public sealed class DcmtkTests
{
    [JudgeFact("dcmdump")]
    public void Dcmdump_reads_what_Basic_makes() => AssertReads(Deidentified.Basic);

    [JudgeFact("dcmdump")]
    public void Dcmdump_reads_what_Encode_makes() => AssertReads(Deidentified.Encode);

    private static void AssertReads(Dams.Profile profile)
    {
        using var files = new JudgedFiles(profile);

        Problems.AssertNone(files.Pairs.AsParallel().AsOrdered().SelectMany(pair => NewComplaints(pair.Source, pair.Output)
            .Select(complaint => $"{pair.Name}: {complaint}")).ToArray());
        Assert.True(files.Pairs.Count >= 12);
    }

    private static IEnumerable<string> NewComplaints(string source, string output)
    {
        // One attribute is shown; all are read.
        var (before, after) = (Judge.Run("dcmdump", "+P", "PatientID", source), Judge.Run("dcmdump", "+P", "PatientID", output));
        return after.ExitCode != 0 && before.ExitCode == 0
            ? [$"exit code {after.ExitCode}"]
            : after.Lines.Where(IsComplaint).Select(Normalize).Except(before.Lines.Where(IsComplaint).Select(Normalize));
    }

    private static bool IsComplaint(string line) =>
        line.StartsWith("E: ", StringComparison.Ordinal) || line.StartsWith("W: ", StringComparison.Ordinal);

    // Places and lengths differ, and so do the names of the files.
    private static string Normalize(string line) => Regex.Replace(line, @"\d+|/\S+", "#");
}

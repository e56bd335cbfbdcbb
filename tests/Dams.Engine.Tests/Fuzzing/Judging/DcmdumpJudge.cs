using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>DCMTK, where it is there, reads each output whose source it reads.</summary>
internal static class DcmdumpJudge
{
    private static readonly bool IsThere = Judges.Judge.IsThere("dcmdump");

    public static IEnumerable<FuzzFinding> Judge(IReadOnlyList<OutputPair> pairs)
    {
        if (!IsThere || pairs.Count == 0 || Errors([.. pairs.Select(pair => pair.Path)]).Count == 0)
            yield break;
        foreach (var pair in pairs)
        {
            var errors = Errors([pair.Path]);
            if (errors.Count == 0)
                continue;
            using var folder = new TemporaryFolder();
            if (Errors([folder.Write("source.dcm", pair.Case.Bytes)]).Count == 0)
                yield return pair.Finding("Output that dcmdump cannot read", string.Join("; ", errors.Select(line => line.Replace(Path.GetDirectoryName(pair.Path)!, "", StringComparison.Ordinal))));
        }
    }

    // One attribute is shown; all are read.
    private static IReadOnlyList<string> Errors(string[] paths)
    {
        var (code, lines) = Judges.Judge.Run("dcmdump", ["+P", "PatientID", .. paths]);
        var errors = lines.Where(line => line.StartsWith("E: ", StringComparison.Ordinal)).ToArray();
        return errors.Length == 0 && code != 0 ? [$"exit code {code}"] : errors;
    }
}

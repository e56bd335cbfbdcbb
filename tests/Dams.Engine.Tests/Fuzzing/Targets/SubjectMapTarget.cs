using System;
using System.Linq;
using System.Text;
using Dams.Tests.Fuzzing.Mutants;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>Subject maps, which spreadsheets change; a run adds its lines and loses none.</summary>
internal sealed class SubjectMapTarget() : TextTarget("map", "map.csv")
{
    private const string Whole = """"
        subj,MRN,CT_date,note
        SUBJ-0001,MRN-4711,20240311,
        SUBJ-0002,"MRN, ""4712""",20240312,"two
        lines"
        SUBJ-0003,MRN-4713,,x
        """";

    private static readonly SubjectMapEntry Added = new("SUBJ-9999", "MRN-9999", "20240401");

    private static readonly BytesMutator Mutator = new(",", "\"", "\"\"", "\n", "\r\n", ";", "subj", "MRN", "subj,MRN\n", "\"\n", "SUBJ-0001,MRN-4711,20240311\n", "=cmd|' /C calc'!A0", "'=1");

    public override byte[] Make(Random random, int number) => Mutator.Mutate(Encoding.UTF8.GetBytes(Whole), random);

    protected override string? Read(string path)
    {
        var before = SubjectMap.Read(path);
        SubjectMap.Merge(path, [Added]);
        var after = SubjectMap.Read(path);
        // A map without a column for dates keeps none.
        return before.Entries.Append(Added).Select(Who).Except(after.Entries.Select(Who)).Any() ? "A map lost a line when one was added" : null;
    }

    private static (string, string) Who(SubjectMapEntry entry) => (entry.Subj, entry.MRN);
}

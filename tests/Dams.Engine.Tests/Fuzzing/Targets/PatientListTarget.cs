using System;
using System.Text;
using Dams.Cli.Lists;
using Dams.Tests.Fuzzing.Mutants;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>Patient lists as text with separators.</summary>
internal sealed class PatientListTarget() : TextTarget("list", "list.csv")
{
    private const string Whole = """
        subj;MRN;Patient_Dir_Paths;Patient_Name;DOB
        S01;0004711;"['C:\\images\\a', r'C:\images\b']";Muster^Erika;17.08.1952
        S02;4712;images/c;"Beispiel; Otto";1950-04-03
        S03;4713.0;"images/d
        images/e";;12 March 1961
        S04;;images/f;Doe^Jane;20240311
        """;

    internal static readonly BytesMutator Mutator = new(
        ";", ",", "\t", "|", "\"", "\n", "\r\n", "sep=;\n", "sep=", "['", "']", "r'\\", "\\N{", "\\U0010FFFF", "\\x4", "subj", "MRN", "Patient_Dir_Paths", "DOB",
        "31.02.1950", "03/04/1950", "1.1.1", "12 Foo 1961", "45000.5", "1e5", "2101", "18500101", "S01;0004711;images/a\n", " ", "[", "((((");

    public override byte[] Make(Random random, int number) => Mutator.Mutate(Encoding.UTF8.GetBytes(Whole), random);

    protected override string? Read(string path)
    {
        PatientListFile.Read(path, sheet: null, new RecordingListener());
        return null;
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Dams.Tests.Support.Expecting;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Judges;

/// <summary>pydicom reads every output of which it reads the source, down to each value.</summary>
public sealed class PydicomTests
{
    private const string Script = """
        import sys, warnings, pydicom
        warnings.simplefilter('ignore')
        for path in open(sys.argv[1], encoding='utf-8').read().splitlines():
            try:
                dataset = pydicom.dcmread(path, force=sys.argv[2] == 'force')
                count = sum(1 for element in dataset.iterall() if element.value is not Ellipsis)
                print('ok', count, dataset.get('PatientID', ''), dataset.get('PatientIdentityRemoved', ''), sep='\t')
            except Exception as error:
                print('failed', type(error).__name__, sep='\t')
        """;

    [JudgeFact("pydicom")]
    public void Pydicom_reads_what_Basic_makes()
    {
        using var files = new JudgedFiles(Deidentified.Basic);
        var problems = new List<string>();
        var (before, after) = (Read(files.Pairs.Select(pair => pair.Source), "force"), Read(files.Pairs.Select(pair => pair.Output), "strict"));
        for (var i = 0; i < files.Pairs.Count; i++)
        {
            if (before[i][0] == "ok" && after[i][0] != "ok")
                problems.Add($"{files.Pairs[i].Name}: {string.Join(' ', after[i])}");
            else if (after[i][0] == "ok" && after[i][2..4] is not ["SUBJ-0QXZ", "YES"])
                problems.Add($"{files.Pairs[i].Name}: pydicom finds no pseudonym");
        }
        Problems.AssertNone(problems);
    }

    [JudgeFact("pydicom")]
    public void Pydicom_reads_what_Encode_makes()
    {
        using var files = new JudgedFiles(Deidentified.Encode);
        // Without a preamble it takes four letters in a value for the prefix, and their place has moved.
        var pairs = files.Pairs.Where(pair => FileReading.Parse(File.ReadAllBytes(pair.Source)).HasPrefix).ToArray();
        var (before, after) = (Read(pairs.Select(pair => pair.Source), "force"), Read(pairs.Select(pair => pair.Output), "force"));

        // Encode adds and removes nothing: as many elements can be read as before.
        Assert.Equal(
            pairs.Select((pair, i) => $"{pair.Name}: {before[i][0]} {before[i][1]}"),
            pairs.Select((pair, i) => $"{pair.Name}: {after[i][0]} {after[i][1]}"));
    }

    private static string[][] Read(IEnumerable<string> paths, string mode)
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("list", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', paths)));
        return [.. Judge.Run(Judge.Python!, "-c", Script, list, mode).Lines
            .Where(line => line.StartsWith("ok\t", StringComparison.Ordinal) || line.StartsWith("failed\t", StringComparison.Ordinal))
            .Select(line => line.TrimEnd('\r').Split('\t'))];
    }
}

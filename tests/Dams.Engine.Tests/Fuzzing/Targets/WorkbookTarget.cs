using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Dams.Cli.Lists;
using Dams.Tests.Cli;
using Dams.Tests.Fuzzing.Mutants;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>Patient lists as workbooks: archives of XML.</summary>
internal sealed class WorkbookTarget() : TextTarget("workbook", "list.xlsx")
{
    private static readonly BytesMutator Mutator = new(
        "<row r=\"1048576\">", "<c r=\"XFD1\"><v>1</v></c>", "<c r=\"A0\"/>", "<c r=\"\"/>", " t=\"s\"", " t=\"d\"", " t=\"e\"", " t=\"b\"", " s=\"99999\"", " s=\"-1\"", "<v>-1</v>", "<v>1e308</v>",
        "<v>2958466</v>", "<row>", "</row>", "<is><t>", "</t></is>", "<c>", "</c>", "&#x0;", "&lt;", "<mergeCells>", "<dimension ref=\"A1:XFD1048576\"/>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<![CDATA[", "<cols>", "0000000", "[$-F800]");

    public override byte[] Make(Random random, int number)
    {
        var whole = TestWorkbook.Build(
            ["subj", "MRN", "Patient_Dir_Paths", "DOB"],
            ["S01", new TestWorkbook.Padded(4711), "images/a", new DateTime(1952, 8, 17)],
            ["S02", 4712, "['images/b', 'images/c']", 19520817],
            [null, "MRN-3", "images/d", "17.08.1952"]);
        return random.Next(4) == 0 ? Mutator.Mutate(whole, random) : Rezipped(whole, random);
    }

    protected override string? Read(string path)
    {
        PatientListFile.Read(path, sheet: null, new RecordingListener());
        return null;
    }

    private static byte[] Rezipped(byte[] workbook, Random random)
    {
        var parts = new List<(string Name, byte[] Bytes)>();
        using (var zip = new ZipArchive(new MemoryStream(workbook)))
        {
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(content);
                parts.Add((entry.FullName, content.ToArray()));
            }
        }
        // The sheet is what others write the most of.
        var place = random.Next(2) == 0 ? parts.Count - 1 : random.Next(parts.Count);
        parts[place] = (parts[place].Name, Mutator.Mutate(parts[place].Bytes, random));
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts.Where((_, i) => i == place || random.Next(20) > 0))
            {
                var entry = zip.CreateEntry(name);
                // The clock would make each run another.
                entry.LastWriteTime = new DateTimeOffset(2024, 3, 11, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }
        return target.ToArray();
    }
}

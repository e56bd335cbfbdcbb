using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Auditing;
using Dams.Tests.Fuzzing.Judging;
using Dams.Tests.Fuzzing.Mutants;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>What else reads DICOM files: lists of elements, audits, and what segmentations belong to.</summary>
internal sealed class CommandsTarget : IFuzzTarget
{
    public string Name => "commands";

    public byte[] Make(Random random, int number) => DicomMutator.Make(random);

    public IEnumerable<FuzzFinding> Try(IReadOnlyList<FuzzCase> cases)
    {
        using var folder = new TemporaryFolder();
        foreach (var one in cases)
            folder.Write(Path.Combine("source", $"{one.Number}.dcm"), one.Bytes);
        var listener = new RecordingListener();
        Exception? fault = null;
        try
        {
            CostMeter.Count(() => Run(folder, listener));
        }
        catch (Exception e)
        {
            fault = e;
        }
        if (fault is not null)
            return cases.Count == 1 ? [new FuzzFinding(cases[0], $"Ends the run: {Words.Describe(fault)}", fault.ToString())] : [.. cases.SelectMany(one => Try([one]))];
        return [.. listener.Failures.Where(failure => failure.Error.Id == nameof(CoreErrors.Unforeseen)).Select(failure => new FuzzFinding(
            cases.FirstOrDefault(one => Path.GetFileName(failure.SourcePath) == $"{one.Number}.dcm") ?? cases[0], $"Unforeseen: {failure.Error.Cause}", failure.Message))];
    }

    private static bool Run(TemporaryFolder folder, RecordingListener listener)
    {
        var source = folder["source"];
        foreach (var file in SourceFiles.Find([source], new RunContext(listener)))
            _ = ElementListing.Read(file, [], recurse: true, new RunContext(listener)).Count;
        var audit = new Audit(new RunContext(listener) { Workers = 1 });
        AddReference(audit, source);
        _ = audit.Find([source]).Count();
        _ = SegmentationIndex.Read([source], new RunContext(listener) { Workers = 1 }).Count;
        var options = new RepairOptions(TestKey.Key, folder["repaired"]) { Force = true };
        _ = SegmentationRepair.Run([source], options, new RunContext(listener)).Count;
        return true;
    }

    // Where nothing can be read there are no originals to compare with, and an audit says so.
    private static void AddReference(Audit audit, string source)
    {
        try
        {
            audit.AddReference([source]);
        }
        catch (DamsException e) when (e.Id == nameof(AuditErrors.NoOriginals))
        {
            return;
        }
    }
}

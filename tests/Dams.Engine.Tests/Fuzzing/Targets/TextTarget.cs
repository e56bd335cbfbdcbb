using System;
using System.Collections.Generic;
using System.Threading;
using Dams.Tests.Fuzzing.Judging;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Targets;

/// <summary>Something that reads one file at a time, and refuses what it cannot read with an error of Dams.</summary>
internal abstract class TextTarget(string name, string fileName) : IFuzzTarget
{
    // As small as the main thread of Windows has.
    private const int StackSize = 1024 * 1024;

    public string Name { get; } = name;

    public abstract byte[] Make(Random random, int number);

    public IEnumerable<FuzzFinding> Try(IReadOnlyList<FuzzCase> cases)
    {
        foreach (var one in cases)
        {
            using var folder = new TemporaryFolder();
            var path = folder.Write(fileName, one.Bytes);
            if (Fault(path) is { } fault)
                yield return new FuzzFinding(one, fault.Kind, fault.Detail);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <returns>What is wrong with how it was read; null where nothing is.</returns>
    protected abstract string? Read(string path);

    private (string Kind, string Detail)? Fault(string path)
    {
        (string, string)? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                fault = CostMeter.Count(() => Read(path)) is { } wrong ? (wrong, wrong) : null;
            }
            catch (DamsException)
            {
                // Refused, as it should be.
            }
            catch (Exception e)
            {
                fault = ($"Throws {Words.Describe(e)}", e.ToString());
            }
        }, StackSize);
        thread.Start();
        thread.Join();
        return fault;
    }
}

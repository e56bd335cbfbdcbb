using System;
using System.Linq;

namespace Dams.EngineDriver;

/// <summary>Protects folders as <c>dams protect SOURCE --destination DIR --key FILE --profile NAME --export-map FILE</c> does.</summary>
internal sealed class Program : IRunListener
{
    private int _failed;

    /// <param name="args">SOURCE DESTINATION KEY PROFILE MAP.</param>
    public static int Main(string[] args)
    {
        var (source, destination, key, profile, map) = (args[0], args[1], args[2], args[3], args[4]);
        var listener = new Program();
        var request = new ProfileRequest(profile, [], [], [], new System.Collections.Generic.Dictionary<string, string>());
        var options = new ProtectionOptions(destination, ProfileBuilder.Build(request), ProtectionKey.Read(key));
        var context = new RunContext(listener);
        var series = SeriesIndex.Read([source], context);
        using var run = new ProtectionRun(options, context);
        var results = series.SelectMany(one => run.Add(one, new GivenIdentity(null, null, null))).ToList();
        results.AddRange(run.Complete());
        SubjectMap.Merge(map, results.Select(series => series.ToMapEntry()));
        Console.WriteLine($"{results.Sum(result => result.InstanceCount)} instances, {listener._failed} failed");
        return listener._failed == 0 && results.Count > 0 ? 0 : 1;
    }

    public void Warn(RunWarning warning) => Console.Error.WriteLine($"warning: {warning.Message}");

    public void Fail(FileFailure failure)
    {
        _failed++;
        Console.Error.WriteLine($"error: {failure.Message}");
    }

    public void LeaveOut(FileFailure file)
    {
    }

    public void Report(RunProgress progress)
    {
    }
}

using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Cli.Lists;
using Dams.Cli.Output;

namespace Dams.Cli.Demo;

/// <summary>Does the whole job for a patient list, and shows that it was done: where segmentations lead, and what an audit finds.</summary>
internal sealed class DemoJob
{
    private readonly string _source;
    private readonly ProtectionOptions _options;
    private readonly string _map;
    private readonly ConsoleListener _listener;
    private readonly JsonLines? _lines;
    private readonly RunContext _context;

    /// <param name="map">Where the subject map goes.</param>
    public DemoJob(
        string source, string destination, ProtectionKey key, string map, ConsoleListener listener, JsonLines? lines, CancellationToken cancellation)
    {
        var profile = ProfileBuilder.Build(new ProfileRequest(ProfileBuilder.Basic, [], [], [], new Dictionary<string, string>()));
        _options = new ProtectionOptions(destination, profile, key) { ExportMap = map };
        (_source, _map, _listener, _lines) = (source, map, listener, lines);
        _context = new RunContext(listener, cancellation);
    }

    /// <summary>Repairs and links segmentations, and protects images and XML.</summary>
    public void Protect(string list)
    {
        var plan = PatientListPlanner.Plan(
            PatientListFile.Read(list, sheet: null, _context.Listener), new PlanOptions { Destination = _options.Destination }, _context);
        BatchRun.Run(new PatientBatchOptions(_options), plan, _listener, _lines, _context);
    }

    /// <summary>Shows where each segmentation leads.</summary>
    /// <returns>How many lead nowhere.</returns>
    public int LookUp()
    {
        var references = SegmentationIndex.Read([_options.Destination], _context);
        if (_lines is null)
            _listener.WriteLine("Where each segmentation leads, by its references alone:");
        ReferenceTable.Write(references, _listener.WriteLine, _lines);
        return references.Count(reference => reference.Problem is not null);
    }

    /// <summary>Looks for what should not be in the output.</summary>
    /// <returns>How much was found.</returns>
    public int Audit()
    {
        var audit = new Audit(_context);
        audit.AddReference(SubjectMap.Read(_map));
        audit.AddReference([_source]);
        var findings = audit.Find([_options.Destination]).ToArray();
        foreach (var finding in findings)
        {
            if (_lines is null)
                _listener.WriteLine($"{finding.Kind}  {finding.ElementPath}  {Path.GetRelativePath(_options.Destination, finding.File)}");
            _lines?.Write("finding", EventObjects.Of(finding));
        }
        return findings.Length;
    }
}

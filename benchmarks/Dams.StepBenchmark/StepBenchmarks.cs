using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Dams.Benchmarks.Performance.Data;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Subjects;

namespace Dams.Benchmarks.Steps;

/// <summary>Reading, rules, cleaning and writing of a CT slice of 12 KiB, of somebody who does not exist; the report is one of his.</summary>
[InProcess]
[MemoryDiagnoser]
public class StepBenchmarks
{
    private const int SliceSize = 76;

    private const string Report =
        "CT abdomen of Mrs Muster, born 17.08.1952, MRN-4711, on 11 March 2024 in Musterstadt. Findings: two hypodense lesions in "
        + "segments VI and VII, 14 x 11 mm and 9 x 8 mm, unchanged since 02.12.2023. No lymph nodes above 10 mm. Spleen, pancreas and "
        + "kidneys normal. Impression: metastases of the known colorectal carcinoma pT3 pN1 M1. Dr. Beispiel, tel. 030 1234567.";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"dams-steps-{Environment.ProcessId}");
    private string _path = "";
    private DicomFile _file = null!;
    private InstanceFacts _facts = null!;
    private InstanceDeidentifier _deidentifier = null!;
    private KnownValues _known = null!;
    private TextCleaner _cleaner = null!;
    private EditList _edits = null!;

    [GlobalSetup]
    public void Open()
    {
        new CTSeries(_folder, 1, SliceSize).Write();
        _path = Directory.GetFiles(_folder, "*.dcm", SearchOption.AllDirectories).Single();
        _file = DicomFile.Open(_path);
        _facts = InstanceFacts.Read(_file);
        _known = new KnownValues();
        _known.Add(KnownValueReader.Read(_file));
        var profile = ProfileBuilder.Build(new ProfileRequest(ProfileBuilder.Basic, [], [], [], new Dictionary<string, string>()));
        _deidentifier = new InstanceDeidentifier(profile, ProtectionKey.CreateTemporary());
        _cleaner = new TextCleaner(_known, shift: null, keepsDates: false);
        _edits = ApplyRules();
    }

    [GlobalCleanup]
    public void Close()
    {
        _file.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens the file and finds its elements.</summary>
    [Benchmark]
    public int Reading()
    {
        using var file = DicomFile.Open(_path);
        return file.Dataset.Count;
    }

    /// <summary>What the profile Basic makes of the elements; the texts were seen in the slice before.</summary>
    [Benchmark]
    public bool Rules() => ApplyRules().IsEmpty;

    /// <summary>A report that was not seen before.</summary>
    [Benchmark]
    public string Cleaning() => _cleaner.Clean(Report, int.MaxValue);

    /// <summary>The edited file, to nowhere, with the fingerprint of the source.</summary>
    [Benchmark]
    public ulong Writing() => FileRewriter.Write(_file, _edits, Stream.Null, default);

    private EditList ApplyRules() => _deidentifier.Deidentify(_file, _facts, new NewIdentity("SUBJ-1", "SUBJ-1", null), _known).Edits;
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Support;

namespace Dams.Tests.Judges;

/// <summary>Pairs of source and output for the judges: a dozen made-up instances, and the corpus where it is.</summary>
internal sealed class JudgedFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public JudgedFiles(Profile profile)
    {
        foreach (var (name, source) in Synthetic().Concat(CorpusFiles.All.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))))
        {
            // A DICOMDIR never comes out.
            if (source.AsSpan().IndexOf("1.2.840.10008.1.3.10"u8) >= 0)
                continue;
            try
            {
                var output = _folder.Write(Path.Combine("out", name), Deidentified.Bytes(source, profile));
                Pairs.Add((name, _folder.Write(Path.Combine("in", name), source), output));
            }
            catch (DamsException)
            {
                // What cannot be read has no output to judge.
            }
        }
    }

    public List<(string Name, string Source, string Output)> Pairs { get; } = [];

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<(string Name, byte[] Source)> Synthetic()
    {
        Syntax[] syntaxes = [Syntax.ExplicitLittle, Syntax.ImplicitLittle, Syntax.ExplicitBig, Syntax.Deflated];
        foreach (var syntax in syntaxes)
        {
            yield return ($"plain-{syntax.Uid}", Instance(syntax).Build());
            yield return ($"nested-{syntax.Uid}", Nested(syntax, isUndefined: false));
            yield return ($"undefined-{syntax.Uid}", Nested(syntax, isUndefined: true));
        }
    }

    private static byte[] Nested(Syntax syntax, bool isUndefined) => Instance(syntax)
        .Add("ReferencedImageSequence", dataset => dataset.Sequence("ReferencedImageSequence", "SQ", isUndefined, item => item
            .Text("ReferencedSOPClassUID", FileBuilder.CTImageStorage)
            .Text("ReferencedSOPInstanceUID", "1.2.3.77")))
        .Add("RequestAttributesSequence", dataset => dataset.Sequence("RequestAttributesSequence", "SQ", isUndefined, item => item
            .Text("RequestedProcedureID", "MRN-4711")))
        .Add("PerformedProtocolCodeSequence", dataset => dataset.Sequence("PerformedProtocolCodeSequence", "SQ", isUndefined, item => item
            .Text("CodeValue", "P1").Text("CodingSchemeDesignator", "99MUSTER").Text("CodeMeaning", "Liver").Text("0009,0010", "MUSTER", "LO")))
        .Build();

    private static InstanceBuilder Instance(Syntax syntax) => new InstanceBuilder(syntax: syntax)
        .Text("SpecificCharacterSet", "ISO_IR 100")
        .Text("ImageType", "ORIGINAL\\PRIMARY\\AXIAL")
        .Text("StudyDate", "20240311").Text("ContentDate", "20240311").Text("StudyTime", "101112").Text("AccessionNumber", "4711")
        .Text("Modality", "CT").Text("InstitutionName", "M\u00FCsterklinik").Text("ReferringPhysicianName", "Beispiel^Doktor")
        .Text("StudyDescription", "Leber").Text("StationName", "CT1").Text("SeriesNumber", "1").Text("InstanceNumber", "1")
        .Text("0009,0010", "MUSTER 1.0", "LO").Text("0009,1001", "Muster", "LO")
        .Add("Rows", dataset => dataset.Numbers("Rows", 2)).Add("Columns", dataset => dataset.Numbers("Columns", 2))
        .Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2, 3, 4, 5, 6, 7, 8], "OW"));
}

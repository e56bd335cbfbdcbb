using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Auditing;

/// <summary>Originals, and what is found of them in files that should be clean.</summary>
public abstract class AuditTestBase : IDisposable
{
    private static readonly string[] Secrets =
        ["Muster", "Erika", "MRN-4711", "19520817", "ACC-815", "Beispielklinik", "1.2.276.0.4711", "홍길동", "Gildong", "555-867-5309", "Schmidtke"];

    internal TemporaryFolder Folder { get; } = new();

    protected AuditTestBase() => Folder.Write("originals/1.dcm", new InstanceBuilder()
        .Text("SpecificCharacterSet", "ISO_IR 192").Text("AccessionNumber", "ACC-815").Text("StudyDate", "20240311").Text("AcquisitionDateTime", "20240309101530")
        .Text("InstitutionName", "Beispielklinik Nirgendwo").Text("SOPInstanceUID", "1.2.276.0.4711.1.1").Text("FrameOfReferenceUID", "1.2.3")
        .Add("OtherPatientNames", dataset => dataset.Bytes("OtherPatientNames", Encoding.UTF8.GetBytes("Hong^Gildong=홍^길동"))).Build());

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static InstanceBuilder Clean(Syntax? syntax = null) => new InstanceBuilder(syntax: syntax)
        .Text("PatientName", "SUBJ-1").Text("PatientID", "SUBJ-1").Text("PatientBirthDate", "").Text("SOPInstanceUID", "2.25.1").Text("StudyInstanceUID", "2.25.2")
        .Text("SeriesInstanceUID", "2.25.3").Text("Modality", "CT").Text("PatientIdentityRemoved", "YES").Text("DeidentificationMethod", "By test").Text("0028,0303", "REMOVED");

    protected static byte[] Encode(string encoding, string text) =>
        (encoding == "euc-kr" && !text.StartsWith('<') ? "\u001B$)C"u8.ToArray() : [])
        .Concat((CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text)).ToArray();

    protected static List<IdentifierFinding> Find(string folder, params string[] originals)
    {
        var audit = new Audit(new RunContext(new RecordingListener()) { Workers = 2 });
        if (originals.Length > 0)
            audit.AddReference(originals);
        return [.. audit.Find([folder])];
    }

    protected static void AssertTellsNothing(IdentifierFinding finding) =>
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, finding.ToString(), StringComparison.OrdinalIgnoreCase));
}

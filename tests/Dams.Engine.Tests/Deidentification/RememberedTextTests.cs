using System.Collections.Generic;
using System.IO;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Tests.Support;
using Dams.Tests.Support.Reading;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>What came of a text is remembered while the files of one patient pass; it must not outlive what it was decided by.</summary>
public sealed class RememberedTextTests
{
    private const string Attribute = "ConvolutionKernel";

    [Fact]
    public void A_file_that_changed_since_it_was_indexed_is_judged_by_what_it_says_now()
    {
        var (before, after) = (Source("Muster^Erika"), Source("Brelvan^Erika"));
        var patient = new KnownValues();
        patient.Add(Known(before));
        var deidentifier = new InstanceDeidentifier(Deidentified.Basic, TestKey.Key);

        Assert.Equal("soft Brelvan", Clean(before));
        Assert.Equal("soft Brelvan", Clean(before));
        Assert.Equal("soft [removed]", Clean(after));
        Assert.Equal("soft [removed]", Clean(after));
        Assert.Equal("soft Brelvan", Clean(before));

        string Clean(byte[] source)
        {
            using var folder = new TemporaryFolder();
            using var file = DicomFile.Open(folder.Write("source", source));
            var edits = deidentifier.Deidentify(file, InstanceFacts.Read(file), Deidentified.Identity, patient).Edits;
            using var target = new MemoryStream();
            FileRewriter.Write(file, edits, target, default);
            return FileReading.Parse(target.ToArray()).Find(Attribute)!.Text;
        }
    }

    private static byte[] Source(string name) => new InstanceBuilder().Text("PatientName", name).Text(Attribute, "soft Brelvan").Build();

    private static IReadOnlyList<KnownValue> Known(byte[] source)
    {
        using var folder = new TemporaryFolder();
        using var file = DicomFile.Open(folder.Write("source", source));
        return KnownValueReader.Read(file);
    }
}

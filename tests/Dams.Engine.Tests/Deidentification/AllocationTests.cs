using System;
using System.IO;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Sources;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Deidentification;

/// <summary>
/// What a slice takes of memory that has to be collected again: a run over 100,000 of them spends as much time on that as it allocates.
/// The first slice of a patient does not count: tables are loaded and texts are cleaned for it.
/// </summary>
public sealed class AllocationTests
{
    private const int Slices = 50, KiB = 1024;

    [Theory]
    [InlineData(ProfileBuilder.Basic, 22)]
    [InlineData(ProfileBuilder.Research, 24)]
    [InlineData(ProfileBuilder.Encode, 13)]
    public void A_slice_allocates_a_few_KiB(string profile, int most)
    {
        using var folder = new TemporaryFolder();
        var deidentifier = new InstanceDeidentifier(Deidentified.Profile(profile), TestKey.Key);
        var patient = new KnownValues();
        Deidentify(folder.Write("first", Slice(0)));
        var allocated = 0L;
        for (var i = 1; i <= Slices; i++)
        {
            var path = folder.Write($"slice{i}", Slice(i));
            var before = GC.GetAllocatedBytesForCurrentThread();
            Deidentify(path);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.InRange(allocated / Slices, KiB, most * KiB);

        void Deidentify(string path)
        {
            using var file = DicomFile.Open(path);
            if (patient.Count == 0)
                patient.Add(KnownValueReader.Read(file));
            var edits = deidentifier.Deidentify(file, InstanceFacts.Read(file), Deidentified.Identity, patient).Edits;
            FileRewriter.Write(file, edits, Stream.Null, default);
        }
    }

    [Fact]
    public void To_find_the_series_takes_less()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < Slices; i++)
            folder.Write($"slice{i}", Slice(i));
        var memory = new KnownValueMemory();
        Read("slice0");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 1; i < Slices; i++)
            Read($"slice{i}");

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (Slices - 1), KiB, 5 * KiB);

        void Read(string name)
        {
            using var file = DicomFile.Open(folder[name], ReadScope.WithoutPixelData);
            InstanceHeader.ReadForIndex(new SourceFile(folder.Path, folder[name], 1), file, memory);
        }
    }

    private static byte[] Slice(int number) => CT.Slice(number: number, more: slice => slice
        .Text("InstitutionName", "Musterklinik").Text("ReferringPhysicianName", "Beispiel^Doktor").Text("ProtocolName", "Abdomen")
        .Text("ConvolutionKernel", "B30f").Text("ImageComments", "Mrs Muster").Text("SliceLocation", $"{-1.5 * number:F1}").Text("KVP", "120")
        .Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").Text("WindowCenter", "40").Text("PatientAge", "071Y"));
}

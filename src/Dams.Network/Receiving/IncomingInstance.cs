using System.Globalization;
using Dams.Dicom.Reading;
using Dams.Files.Fingerprints;
using Dams.Network.Sending;

namespace Dams.Network.Receiving;

/// <summary>What a received instance says of itself, and where it belongs: no name holds a UID or another value of it.</summary>
internal sealed record IncomingInstance(string StudyInstanceUID, string SeriesInstanceUID, string SOPInstanceUID)
{
    /// <summary>The name of the folder of its series.</summary>
    public string Folder => Name(SeriesInstanceUID);

    /// <summary>The name of its file.</summary>
    public string File => $"{Name(SOPInstanceUID)}.dcm";

    /// <summary>Reads a file that came, with Dams' own reader.</summary>
    /// <param name="announced">What was said of it.</param>
    /// <exception cref="DamsException">It is not whole, is nested too deep, or is another than it was said to be.</exception>
    public static IncomingInstance Read(string path, Announcement announced)
    {
        using var file = DicomFile.Open(path, ReadScope.Structure);
        InstanceReader.CheckKind(file.Dataset);
        var facts = InstanceFacts.Read(file);
        if (announced.SOPInstanceUID is { } instance && facts.SOPInstanceUID != instance)
            throw NetworkErrors.Quarantined("its SOP Instance UID is not the one under which it was sent");
        if (announced.StudyInstanceUID is { } study && facts.StudyInstanceUID != study)
            throw NetworkErrors.Quarantined("it belongs to another study than the one that was asked for");
        if (facts.SOPInstanceUID.Length == 0)
            throw NetworkErrors.Quarantined("it has no SOP Instance UID");
        return new IncomingInstance(facts.StudyInstanceUID, facts.SeriesInstanceUID, facts.SOPInstanceUID);
    }

    /// <summary>A name for a UID, from which it cannot be read.</summary>
    public static string Name(string uid) => Fingerprint.Compute(uid).ToString("x16", CultureInfo.InvariantCulture);
}

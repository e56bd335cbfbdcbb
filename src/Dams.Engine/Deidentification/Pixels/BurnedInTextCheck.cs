using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Deidentification.Pixels;

/// <summary>Recognises images of a kind into which text is often burned.</summary>
internal static class BurnedInTextCheck
{
    private static readonly HashSet<string> Modalities =
        new(["US", "IVUS", "SC", "OT", "XA", "RF", "ES", "XC", "GM", "OP", "DOC"], StringComparer.Ordinal);

    /// <summary>Whether an image may hold burned-in text, judged by its attributes.</summary>
    public static bool IsLikely(DicomFile file, InstanceFacts facts)
    {
        switch (file.Values.Text(KnownTag.BurnedInAnnotation))
        {
            case "YES":
                return true;
            case "NO":
                return false;
        }
        var isScreen = file.Values.Text(KnownTag.ImageType).Split('\\')
            .Any(value => value.Contains("SCREEN") || value == "PRINT" || value == "CAPTURE");
        return isScreen || Modalities.Contains(facts.Modality)
            || facts.SOPClassUID.StartsWith("1.2.840.10008.5.1.4.1.1.7", StringComparison.Ordinal);
    }
}

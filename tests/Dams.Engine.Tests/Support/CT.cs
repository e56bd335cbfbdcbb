using System;
using System.Globalization;

namespace Dams.Tests.Support;

/// <summary>Slices of CT of people who do not exist.</summary>
internal static class CT
{
    /// <summary>A slice: patient, study, series and number of it tell it from others.</summary>
    public static byte[] Slice(
        string patientId = "MRN-4711", string study = "1.2.3", string series = "1.2.3.1", int number = 1, Action<InstanceBuilder>? more = null)
    {
        var instance = new InstanceBuilder()
            .Text("SpecificCharacterSet", "ISO_IR 100")
            .Text("StudyDate", "20240311")
            .Text("AcquisitionDate", "20240312")
            .Text("Modality", "CT")
            .Text("StudyDescription", "CT Abdomen Muster")
            .Text("SeriesDescription", "venous")
            .Text("SliceThickness", "2.5")
            .Text("PatientID", patientId)
            .Text("StudyInstanceUID", study)
            .Text("SeriesInstanceUID", series)
            .Text("SeriesNumber", "3")
            .Text("SOPInstanceUID", $"{series}.{number}")
            .Text("InstanceNumber", number.ToString(CultureInfo.InvariantCulture))
            .Add("PixelData", dataset => dataset.Bytes("PixelData", [1, 2, 3, 4, (byte)number, 6, 7, 8], "OW"));
        more?.Invoke(instance);
        return instance.Build();
    }
}

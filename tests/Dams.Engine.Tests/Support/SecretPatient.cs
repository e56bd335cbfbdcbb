using System;
using System.Text;

namespace Dams.Tests.Support;

/// <summary>A patient whose name and number stand nowhere else, so that whoever meets one in an output knows where it came from.</summary>
internal static class SecretPatient
{
    /// <summary>An instance of this patient.</summary>
    public static InstanceBuilder Instance() => new InstanceBuilder().Text("PatientName", "Wolpertinkel^Hulda").Text("PatientID", "44109770");

    /// <summary>Whether the name or the number stands in some bytes.</summary>
    public static bool IsIn(byte[] bytes) => Encoding.Latin1.GetString(bytes) is var text
        && (text.Contains("wolpertinkel", StringComparison.OrdinalIgnoreCase) || text.Contains("44109770", StringComparison.Ordinal));
}

using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning;

namespace Dams.Tests.Support;

/// <summary>What one detector of the text cleaner finds in a text.</summary>
internal static class Detected
{
    /// <summary>
    /// The parts of the text that it finds, in their order, with a bar between them; parts that overlap are one. Empty where
    /// it finds none.
    /// </summary>
    public static string By(IDetector detector, string text)
    {
        var parts = new List<(int Start, int End)>();
        foreach (var finding in detector.Find(new TokenizedText(text)).OrderBy(finding => finding.Start))
        {
            if (parts.Count > 0 && finding.Start < parts[^1].End)
                parts[^1] = (parts[^1].Start, Math.Max(parts[^1].End, finding.End));
            else
                parts.Add((finding.Start, finding.End));
        }
        return string.Join("|", parts.Select(part => text[part.Start..part.End]));
    }
}

using System.Collections.Generic;
using Dams.Tests.Support;

namespace Dams.Tests.Fuzzing.Judging;

/// <summary>The profiles that are tried, by name.</summary>
internal static class FuzzProfiles
{
    /// <summary>Research with all that cleans, and a rectangle in the pixels of every image.</summary>
    public const string Cleaning = "Cleaning";

    private static readonly Dictionary<string, Profile> Known = new()
    {
        [ProfileBuilder.Basic] = Deidentified.Basic,
        [ProfileBuilder.Encode] = Deidentified.Encode,
        [ProfileBuilder.Research] = ProfileOf.Research(),
        [Cleaning] = ProfileOf.Recipe("""
            {
              "profile": "Research",
              "options": ["CleanPixelData", "CleanGraphics", "CleanStructuredContent"],
              "pixels": [{ "modality": "*", "rectangles": [[0, 0, 1, 1]] }]
            }
            """),
    };

    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys];

    public static Profile Find(string name) => Known[name];
}

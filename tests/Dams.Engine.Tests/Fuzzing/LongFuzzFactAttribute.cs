using System;
using System.Globalization;
using Xunit;

namespace Dams.Tests.Fuzzing;

/// <summary>A test that goes on for the minutes that DAMS_FUZZ_MINUTES says; skipped where it says nothing.</summary>
public sealed class LongFuzzFactAttribute : FactAttribute
{
    public LongFuzzFactAttribute()
    {
        if (Duration == TimeSpan.Zero)
            Skip = "goes on for the minutes that DAMS_FUZZ_MINUTES says";
    }

    public static TimeSpan Duration { get; } = TimeSpan.FromMinutes(NumberOf("DAMS_FUZZ_MINUTES") ?? 0);

    /// <summary>The first seed: DAMS_FUZZ_SEED, or another each time.</summary>
    public static int Seed { get; } = (int)(NumberOf("DAMS_FUZZ_SEED") ?? Random.Shared.Next());

    private static double? NumberOf(string variable) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

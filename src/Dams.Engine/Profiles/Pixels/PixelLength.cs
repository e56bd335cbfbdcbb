using System;

namespace Dams.Profiles.Pixels;

/// <summary>A length in pixels, or in hundredths of the image.</summary>
internal readonly record struct PixelLength(int Value, bool IsPercent)
{
    /// <summary>Pixels, rounded up and at most the whole.</summary>
    public int Of(int whole) => Math.Min(whole, IsPercent ? (int)Math.Ceiling(whole * (Value / 100.0)) : Value);
}

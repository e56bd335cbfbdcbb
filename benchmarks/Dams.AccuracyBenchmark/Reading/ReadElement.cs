namespace Dams.Benchmarks.Accuracy.Reading;

/// <summary>A value that stands in a file.</summary>
/// <param name="Chain">The tags from the root to it, joined by slashes.</param>
internal sealed record ReadElement(string Chain, string Vr, byte[] Value);

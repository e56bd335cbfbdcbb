namespace Dams.Benchmarks.Accuracy.People;

/// <summary>A value of the patient's header that may stand in text too.</summary>
/// <param name="Text">As somebody would write it.</param>
/// <param name="Token">The part that tells.</param>
/// <param name="IsDevice">It names a device, which a profile may retain.</param>
internal sealed record HeaderValue(string What, string Text, string Token, bool IsDevice = false)
{
    public bool IsDate => What.EndsWith("date", System.StringComparison.Ordinal);
}

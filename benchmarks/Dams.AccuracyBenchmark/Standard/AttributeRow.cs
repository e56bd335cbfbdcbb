namespace Dams.Benchmarks.Accuracy.Standard;

/// <summary>An attribute of PS3.6.</summary>
/// <param name="Tag">Eight hexadecimal digits.</param>
/// <param name="Vr">The first of those that the dictionary gives.</param>
internal sealed record AttributeRow(string Tag, string Vr, string Keyword, bool IsRetired);

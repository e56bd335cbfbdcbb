namespace Dams.Tests.Support;

/// <summary>How a test file is encoded.</summary>
public sealed record Syntax(string Uid, bool IsExplicit, bool IsBigEndian, bool IsDeflated)
{
    public static readonly Syntax ImplicitLittle = new("1.2.840.10008.1.2", false, false, false);
    public static readonly Syntax ExplicitLittle = new("1.2.840.10008.1.2.1", true, false, false);
    public static readonly Syntax ExplicitBig = new("1.2.840.10008.1.2.2", true, true, false);
    public static readonly Syntax Deflated = new("1.2.840.10008.1.2.1.99", true, false, true);
    public static readonly Syntax JpegBaseline = new("1.2.840.10008.1.2.4.50", true, false, false);
}

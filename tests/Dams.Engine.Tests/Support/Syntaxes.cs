using Xunit;

namespace Dams.Tests.Support;

/// <summary>The syntaxes by names that a theory can list.</summary>
public static class Syntaxes
{
    public static TheoryData<string> All =>
    [
        nameof(Syntax.ImplicitLittle), nameof(Syntax.ExplicitLittle), nameof(Syntax.ExplicitBig), nameof(Syntax.Deflated),
        nameof(Syntax.JpegBaseline),
    ];

    /// <summary>All but the one that compresses the dataset, whose bytes cannot be compared as they stand.</summary>
    public static TheoryData<string> Plain =>
    [
        nameof(Syntax.ImplicitLittle), nameof(Syntax.ExplicitLittle), nameof(Syntax.ExplicitBig), nameof(Syntax.JpegBaseline),
    ];

    /// <summary>Those that encode elements differently, each once.</summary>
    public static TheoryData<string> Native =>
        [nameof(Syntax.ImplicitLittle), nameof(Syntax.ExplicitLittle), nameof(Syntax.ExplicitBig)];

    public static Syntax Find(string name) => (Syntax)typeof(Syntax).GetField(name)!.GetValue(null)!;
}

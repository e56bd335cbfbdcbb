using Xunit;

namespace Dams.Tests.Support;

/// <summary>Why the engine does not read a file.</summary>
internal static class Rejection
{
    /// <summary>The error of a file that has to have one, and one that reaches no further than this file.</summary>
    public static DamsException Get(byte[] bytes)
    {
        var error = Assert.Throws<DamsException>(() => new OpenedFile(bytes).Dispose());
        Assert.Equal(ErrorScope.File, error.Scope);
        return error;
    }

    /// <summary>The same for a file of a syntax and the dataset that an action writes.</summary>
    public static DamsException Get(Syntax syntax, System.Action<DatasetBuilder> write) =>
        Get(FileBuilder.Build(syntax, write));
}

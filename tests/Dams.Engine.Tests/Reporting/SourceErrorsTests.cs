using System;
using System.Globalization;
using System.IO;
using Dams.Reporting;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Reporting;

/// <summary>What is told of an exception that comes while a file is worked on.</summary>
public sealed class SourceErrorsTests
{
    [Fact]
    [CoversError("Unforeseen")]
    public void What_nobody_foresaw_fails_the_file_and_its_words_are_not_told()
    {
        var thrown = Assert.Throws<FormatException>(() => int.Parse("Muster", CultureInfo.InvariantCulture));

        var error = SourceErrors.Translate(thrown)!;

        Assert.Equal(("Unforeseen", ErrorScope.File), (error.Id, error.Scope));
        Assert.StartsWith($"Dams met a fault of its own in {typeof(SourceErrorsTests).FullName}", error.Message, StringComparison.Ordinal);
        Assert.Contains("FormatException", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Muster", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_system_says_of_a_file_has_its_own_error() =>
        Assert.Equal("UnreadableFile", SourceErrors.Translate(new FileNotFoundException("Muster"))!.Id);

    [Fact]
    public void A_stop_and_what_is_wrong_with_the_whole_run_end_the_run()
    {
        Assert.Null(SourceErrors.Translate(new OperationCanceledException()));
        Assert.Null(SourceErrors.Translate(new DamsException("Any", ErrorScope.Configuration, "A cause.", "A cure.")));
    }
}

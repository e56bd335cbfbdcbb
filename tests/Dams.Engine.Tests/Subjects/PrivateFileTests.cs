using System;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Subjects;

/// <summary>How access is restricted on Windows, with a system that refuses as Windows does.</summary>
public sealed class PrivateFileTests
{
    // Without the right to change permissions; on FAT and on some network disks; on others of them.
    public static TheoryData<Exception> Refusals => [new UnauthorizedAccessException(), new InvalidOperationException(), new NotSupportedException()];

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    [CoversError("UnrestrictableFile")]
    public void A_file_that_cannot_be_kept_from_others_is_refused_and_the_right_that_lacks_is_named(Exception refusal)
    {
        var error = Assert.Throws<DamsException>(() => PrivateFile.Restrict(() => throw refusal, isPrivateByFolder: false));
        Assert.Equal("UnrestrictableFile", error.Id);
        Assert.Contains("WRITE_DAC", error.Message, StringComparison.Ordinal);
        Assert.Contains("DAMS_PRIVATE_BY_FOLDER", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void It_is_left_to_the_folder_where_somebody_says_that_this_lets_nobody_else_in(Exception refusal) =>
        PrivateFile.Restrict(() => throw refusal, isPrivateByFolder: true);
}

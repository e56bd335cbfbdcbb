using System;
using System.Text.RegularExpressions;

namespace Dams.Cleaning;

/// <summary>
/// What in a text may be a UID (PS3.5 section 9.1): the form of those made of a UUID, and at least four numbers otherwise. Fewer
/// numbers are versions and paragraphs; who asks says what else a UID must have.
/// </summary>
internal static class UidForm
{
    /// <summary>The pattern as a regular expression writes it.</summary>
    public const string Expression = @"(?<![\d.])(?:2\.25\.[1-9]\d*|[0-2](?:\.(?:0|[1-9]\d*)){3,})(?!\d|\.\d)";

    /// <summary>The pattern. A full stop after the last number ends a sentence.</summary>
    public static readonly Regex Pattern = new(Expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
}

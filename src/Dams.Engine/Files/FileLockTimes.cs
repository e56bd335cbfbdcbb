using System;

namespace Dams.Files;

/// <summary>How long a lock takes.</summary>
/// <param name="Beat">How often its maker writes it anew.</param>
/// <param name="Stale">How long it has to stay as it is to be broken.</param>
/// <param name="Longest">How long it is waited for.</param>
internal sealed record FileLockTimes(TimeSpan Beat, TimeSpan Stale, TimeSpan Longest);

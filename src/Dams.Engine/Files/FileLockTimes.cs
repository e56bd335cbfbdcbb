using System;

namespace Dams.Files;

/// <summary>The times of a lock.</summary>
/// <param name="Beat">How often its maker writes it anew.</param>
/// <param name="Stale">How long a lock has to stay unchanged before another process may break it.</param>
/// <param name="Longest">The longest time to wait for a lock.</param>
internal sealed record FileLockTimes(TimeSpan Beat, TimeSpan Stale, TimeSpan Longest);

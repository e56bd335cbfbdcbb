using System;

namespace Dams.Files;

/// <summary>The times of a lock.</summary>
/// <param name="RenewInterval">How often its maker writes it anew.</param>
/// <param name="StaleAfter">How long a lock has to stay unchanged before another process may break it.</param>
/// <param name="LongestWait">The longest time to wait for a lock.</param>
internal sealed record FileLockTimes(TimeSpan RenewInterval, TimeSpan StaleAfter, TimeSpan LongestWait);

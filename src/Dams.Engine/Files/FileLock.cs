using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Dams.Core;

namespace Dams.Files;

/// <summary>
/// A lock for several processes on several machines: a file beside what it guards, which the file system lets only one
/// make, also over SMB and NFS. It says who made it and when; its maker writes it anew every few seconds, so that one
/// whose maker died can be recognised and broken.
/// </summary>
/// <remarks>
/// A lock of another machine is stale when it did not change while another waited, by the waiter's own clock: clocks of
/// machines differ. One of this machine is stale when its maker has ended. One that its maker could not remove, since the
/// share was away, he goes on removing; until then he knows it as his and waits for it no more.
/// </remarks>
internal sealed class FileLock : IDisposable
{
    // Between the name of a lock and the number that makes the name of one that was moved aside.
    private const char AsideSeparator = '.';

    private static readonly FileLockTimes DefaultTimes = new(
        RenewInterval: TimeSpan.FromSeconds(5), StaleAfter: TimeSpan.FromSeconds(30), LongestWait: TimeSpan.FromMinutes(5));

    // Tokens of locks that this process has let go, and that may still stand.
    private static readonly ConcurrentDictionary<string, byte> Abandoned = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly LockOwner _owner = LockOwner.Current();
    private readonly Timer _renewal;
    private readonly object _lock = new();
    private bool _isReleased;
    private bool _wasNotSeen;

    private FileLock(string path, FileLockTimes times)
    {
        _path = path;
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
        try
        {
            using (stream)
                _owner.WriteTo(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It may have been written although the system says that it was not.
            Abandoned.TryAdd(_owner.Token, 0);
            throw;
        }
        _renewal = new Timer(_ => RenewOrRelease(), null, times.RenewInterval, times.RenewInterval);
    }

    /// <summary>Whether nobody has broken the lock: what it guards may be replaced now.</summary>
    public bool IsHeld => LockOwner.Read(_path)?.Token == _owner.Token;

    /// <summary>Waits until the lock is free and takes it.</summary>
    /// <param name="guarded">The file that it guards.</param>
    /// <exception cref="IOException">No file can be made beside it.</exception>
    /// <exception cref="DamsException">Another process held it all the time.</exception>
    public static FileLock Acquire(string guarded, FileLockTimes? times = null, CancellationToken cancellation = default)
    {
        times ??= DefaultTimes;
        var path = $"{Path.GetFullPath(guarded)}.lock";
        var waited = Stopwatch.StartNew();
        var unchanged = Stopwatch.StartNew();
        var seen = "";
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var taken = new FileLock(path, times);
                taken.RemoveBroken();
                return taken;
            }
            catch (Exception e) when (IsTaken(e, path))
            {
                var state = LockOwner.StateOf(path);
                if (state != seen)
                    (seen, unchanged) = (state, Stopwatch.StartNew());
                var owner = LockOwner.Read(path);
                var maker = owner?.State ?? LockOwnerState.Unknown;
                // A process of this machine that lives may only have had no time to renew it.
                if (IsAbandoned(owner) || maker == LockOwnerState.Dead || (maker == LockOwnerState.Unknown && unchanged.Elapsed > times.StaleAfter))
                    Break(path, owner?.Token);
                else if (waited.Elapsed > times.LongestWait)
                    throw FileErrors.LockHeld(path, owner?.Description ?? "somebody");
                // No file system tells other machines when a file is gone: whoever waits has to look again.
                else
                    cancellation.WaitHandle.WaitOne(20 + (Environment.TickCount % 30) + Math.Min(attempt * 10, 200));
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_isReleased)
                return;
            _isReleased = true;
            Release();
        }
    }

    private static bool IsAbandoned(LockOwner? owner) => owner is not null && Abandoned.ContainsKey(owner.Token);

    // Windows denies access to a file that is being deleted.
    private static bool IsTaken(Exception exception, string path) =>
        exception is IOException or UnauthorizedAccessException
        && exception is not DirectoryNotFoundException && (File.Exists(path) || SystemErrors.IsFileExists(exception));

    /// <summary>Removes the lock of an owner: moves the file away, reads whose it is, and puts back that of another.</summary>
    private static BrokenLock Break(string path, string? token)
    {
        var aside = $"{path}{AsideSeparator}{Guid.NewGuid():N}";
        var result = BrokenLock.Gone;
        try
        {
            FileMoves.Rename(path, aside);
            var moved = LockOwner.Read(aside)?.Token;
            if (moved != token)
            {
                FileMoves.Move(aside, path, replace: false);
                // One that cannot be read, since the share went away, may be the one that was meant.
                result = moved is null ? BrokenLock.Standing : BrokenLock.Gone;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else was first, or the share is away; whoever waits looks again.
            result = MayStand(path) ? BrokenLock.Standing : BrokenLock.NotSeen;
        }
        UnremovedFiles.Remove(aside);
        return result;
    }

    // Of a share that is away, systems say that a file is not there; only a folder that can be listed tells.
    private static bool MayStand(string path)
    {
        try
        {
            return Directory.GetFiles(Path.GetDirectoryName(path)!).Select(Path.GetFileName).Contains(Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private void Release()
    {
        Abandoned.TryAdd(_owner.Token, 0);
        var result = Break(_path, _owner.Token);
        if (result == BrokenLock.Gone)
            Abandoned.TryRemove(_owner.Token, out _);
        // A mount point without its share is a folder that is empty: it may stand there again when the share is back.
        if (result == BrokenLock.Gone || (result == BrokenLock.NotSeen && _wasNotSeen))
            _renewal.Dispose();
        _wasNotSeen = result == BrokenLock.NotSeen;
    }

    /// <summary>Removes what a process that was killed while it released or broke a lock has left beside it.</summary>
    private void RemoveBroken()
    {
        var name = Path.GetFileName(_path) + AsideSeparator;
        try
        {
            foreach (var aside in Directory.GetFiles(Path.GetDirectoryName(_path)!))
            {
                // While this lock stands, no other is one; this one stands aside where somebody looks whose it is.
                var file = Path.GetFileName(aside);
                if (file.StartsWith(name, StringComparison.Ordinal) && Guid.TryParseExact(file.Substring(name.Length), "N", out _)
                    && LockOwner.Read(aside)?.Token != _owner.Token)
                    UnremovedFiles.Remove(aside);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed: what lies in it stays.
        }
    }

    private void RenewOrRelease()
    {
        lock (_lock)
        {
            if (_isReleased)
                Release();
            else if (IsHeld)
                Renew();
        }
    }

    private void Renew()
    {
        try
        {
            using var stream = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.Read | FileShare.Delete);
            _owner.WriteTo(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody reads the lock at this moment; it is renewed the next time.
        }
    }
}

/// <summary>What has become of a lock that was to be broken.</summary>
internal enum BrokenLock
{
    /// <summary>It certainly stands no more.</summary>
    Gone,

    /// <summary>Its folder does not show it.</summary>
    NotSeen,

    /// <summary>It may stand.</summary>
    Standing,
}

/// <summary>The times of a lock.</summary>
/// <param name="RenewInterval">How often its maker writes it anew.</param>
/// <param name="StaleAfter">How long a lock has to stay unchanged before another process may break it.</param>
/// <param name="LongestWait">The longest time to wait for a lock.</param>
internal sealed record FileLockTimes(TimeSpan RenewInterval, TimeSpan StaleAfter, TimeSpan LongestWait);

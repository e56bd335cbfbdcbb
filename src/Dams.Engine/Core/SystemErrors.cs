using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Dams.Core;

/// <summary>What the operating system's error numbers mean, in words that hold no path.</summary>
internal static class SystemErrors
{
    private const int UnixNoDevice = 6, WindowsBadDeviceType = 66;

    public static string Describe(int number) => RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
        ? DescribeOnWindows(number)
        : DescribeOnUnix(number);

    /// <summary>Whether the error of an exception may pass by itself.</summary>
    public static RetryReason Classify(Exception exception) => exception is not IOException
        || exception is FileNotFoundException or DirectoryNotFoundException or PathTooLongException
        ? RetryReason.None
        : RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
            ? ClassOnWindows(exception.HResult & 0xFFFF)
            : ClassOnUnix(exception.HResult & 0xFFFF);

    /// <summary>Whether an exception says that there is a file of that name.</summary>
    public static bool IsFileExists(Exception exception) => RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
        ? (exception.HResult & 0xFFFF) is 80 or 183
        : (exception.HResult & 0xFFFF) is 17;

    /// <summary>The error of opening a folder as a file.</summary>
    public static IOException FolderException() => Create("It is a folder.", windows: 267, unix: 21);

    /// <summary>The error of opening a pipe or a device as a file.</summary>
    public static IOException DeviceException() => Create("It is a pipe or a device.", WindowsBadDeviceType, UnixNoDevice);

    /// <summary>The error of a text that can be no path.</summary>
    public static IOException BadNameException() => Create("It is no path.", windows: 123, unix: 22);

    /// <summary>Whether an exception says that something is a pipe or a device.</summary>
    public static bool IsDevice(Exception exception) =>
        (exception.HResult & 0xFFFF) == (RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? WindowsBadDeviceType : UnixNoDevice);

    /// <summary>Whether an exception says that this process, or the whole system, has as many files open as it may.</summary>
    public static bool IsTooManyOpenFiles(Exception exception) => exception is IOException
        && (RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
            ? (exception.HResult & 0xFFFF) is 4
            : (exception.HResult & 0xFFFF) is 23 or 24);

    private static IOException Create(string words, int windows, int unix) =>
        new(words, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? windows : unix);

    // Of too many open files some are closed soon: others of this process are at work.
    private static RetryReason ClassOnUnix(int number) => number switch
    {
        11 or 16 or 23 or 24 or 26 => RetryReason.Locked,
        // EIO, the network's, and ESTALE.
        5 or (>= 100 and <= 104) or (>= 107 and <= 113) or 116 => RetryReason.Unreachable,
        _ => RetryReason.None,
    };

    private static RetryReason ClassOnWindows(int number) => number switch
    {
        4 or 32 or 33 => RetryReason.Locked,
        21 or 51 or 53 or 54 or 55 or 59 or 64 or 67 or 121 or 1167 or 1222 or 1231 or 1232 or 1236 => RetryReason.Unreachable,
        _ => RetryReason.None,
    };

    private static string DescribeOnUnix(int number) => number switch
    {
        6 => "it is a pipe or a device",
        9 => "it is closed",
        11 or 16 or 26 => "another program holds it",
        17 => "there is a file of that name",
        20 => "a part of its path is a file",
        21 => "it is a folder",
        22 => "it is no path of a file",
        24 or 23 => "too many files are open",
        27 => "it is larger than the file system allows",
        28 or 122 => "the disk is full",
        30 => "the file system is read-only",
        32 => "nobody reads it any more",
        36 => "its name is too long",
        5 or (>= 100 and <= 104) or (>= 107 and <= 113) or 116 => "the disk or the share does not answer",
        _ => $"the system reports error {number}",
    };

    private static string DescribeOnWindows(int number) => number switch
    {
        4 => "too many files are open",
        6 => "it is closed",
        19 => "the disk is read-only",
        32 or 33 => "another program holds it",
        39 or 112 => "the disk is full",
        21 or 51 or 53 or 54 or 55 or 59 or 64 or 67 or 121 or 1167 or 1222 or 1231 or 1232 or 1236 => "the disk or the share does not answer",
        109 or 232 => "nobody reads it any more",
        80 or 183 => "there is a file of that name",
        66 => "it is a pipe or a device",
        123 => "it is no path of a file",
        206 => "its name is too long",
        267 => "it is a folder",
        _ => $"the system reports error {number}",
    };
}

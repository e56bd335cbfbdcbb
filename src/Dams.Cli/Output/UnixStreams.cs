using System;
using System.IO;
using System.Runtime.InteropServices;

namespace Dams.Cli.Output;

/// <summary>The streams that came with this process, as Linux and macOS number them, for which .NET has no name.</summary>
internal static class UnixStreams
{
    private const int Interrupted = 4, TryAgainOnLinux = 11, TryAgainOnMac = 35;
    private const short CanWrite = 4;
    private const int WithoutLimit = -1;
    private const int ReadDescriptorFlags = 1, CloseOnExec = 1, ReadAndWrite = 2;

    /// <summary>
    /// Whether a standard stream was closed when this process started. A file that .NET has opened since may have its number,
    /// but has the flag close-on-exec, which the streams that came with the process do not have.
    /// </summary>
    /// <param name="stream">0 to 2: standard input, output, error.</param>
    public static bool IsClosed(int stream) => DescriptorFlags(stream, ReadDescriptorFlags) is var flags && (flags < 0 || (flags & CloseOnExec) != 0);

    /// <summary>Opens something that is empty under the lowest number that is free.</summary>
    public static void FillLowestDescriptor() => _ = Open("/dev/null", ReadAndWrite);

    /// <summary>Writes all bytes to a stream that came with this process, at its place there.</summary>
    /// <exception cref="IOException">The system refuses; what it says is in HResult.</exception>
    public static void Write(int stream, byte[] bytes)
    {
        while (bytes.Length > 0)
        {
            var count = (int)WriteBytes(stream, bytes, (UIntPtr)(uint)bytes.Length);
            if (count > 0)
                bytes = bytes.AsSpan(count).ToArray();
            else if (Marshal.GetLastWin32Error() is var number && number == (OperatingSystem.IsMacOS() ? TryAgainOnMac : TryAgainOnLinux))
                WaitUntilWritable(stream);
            else if (number is not Interrupted)
                throw new IOException("The stream cannot be written to.", number);
        }
    }

    // A stream that does not wait itself: its reader shares it with somebody who wants that so.
    private static void WaitUntilWritable(int stream)
    {
        var streams = new[] { new PollDescriptor { Descriptor = stream, Events = CanWrite } };
        _ = Poll(streams, (UIntPtr)1, WithoutLimit);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll([In, Out] PollDescriptor[] streams, UIntPtr count, int timeout);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int DescriptorFlags(int descriptor, int command);

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern IntPtr WriteBytes(int descriptor, byte[] bytes, UIntPtr count);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPStr)] string path, int flags);
}

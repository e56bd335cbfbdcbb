namespace Dams.Cli;

/// <summary>The exit codes of the command.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some instances failed.</summary>
    public const int SomeFailed = 1;

    /// <summary>The arguments or the configuration cannot be used, or nothing was found.</summary>
    public const int Unusable = 2;

    /// <summary>The command was asked to stop, by Ctrl+C or by the system. The value is 128 and the number of SIGINT.</summary>
    public const int Stopped = 130;
}

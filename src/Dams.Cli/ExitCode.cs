namespace Dams.Cli;

/// <summary>What the command tells the program that started it.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some instances failed.</summary>
    public const int SomeFailed = 1;

    /// <summary>The arguments or the configuration cannot be used, or nothing was found.</summary>
    public const int Unusable = 2;

    /// <summary>It was asked to stop, by Ctrl+C or by the system: 128 and the number of the first of these signals.</summary>
    public const int Stopped = 130;
}

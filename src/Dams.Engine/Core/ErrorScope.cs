namespace Dams;

/// <summary>How far an error reaches.</summary>
public enum ErrorScope
{
    /// <summary>One file; the run goes on without it.</summary>
    File,

    /// <summary>The run: its arguments or configuration cannot be used.</summary>
    Configuration,
}

namespace Dams;

/// <summary>The version of the engine.</summary>
public static class EngineVersion
{
    /// <summary>Major, minor and patch number.</summary>
    public static string Text { get; } = typeof(EngineVersion).Assembly.GetName().Version!.ToString(3);

    /// <summary>What (0002,0012) Implementation Class UID says of a file whose file meta information Dams wrote (PS3.7 section D.3.3.2).</summary>
    public const string ImplementationClassUid = "2.25.136953273340291861193146325962413268417";

    /// <summary>What (0002,0013) Implementation Version Name says of such a file.</summary>
    internal static string ImplementationVersionName { get; } = $"DAMS_{Text}";
}

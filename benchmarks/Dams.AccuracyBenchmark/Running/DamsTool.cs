using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Benchmarks.Accuracy.Scoring;

namespace Dams.Benchmarks.Accuracy.Running;

/// <summary>The command <c>dams</c>, with a key of its own so that a seed gives the same output again.</summary>
internal sealed class DamsTool(string command, string work) : ITool
{
    private const int KeyLength = 32;
    // One of the two date options excludes the other, so that this is Research with its options named one by one.
    private static readonly string[] WithFullDates =
        ["RetainSafePrivate", "RetainPatientCharacteristics", "RetainDeviceIdentity", "CleanDescriptors", "RetainLongitudinalFullDates"];

    private readonly string _key = MakeKey(work);

    public string Name => "Dams";

    public IReadOnlyList<ProfileKind> Profiles { get; } = Enum.GetValues<ProfileKind>();

    public string Run(string source, string destination, ProfileKind profile)
    {
        var isAssembly = command.EndsWith(".dll", StringComparison.Ordinal);
        string[] arguments = ["protect", source, "--destination", destination, "--keep-structure", "--key", _key, .. Options(profile)];
        var result = Command.Run(isAssembly ? "dotnet" : command, isAssembly ? [command, .. arguments] : arguments, isPatient: true);
        return result.ExitCode == 0 ? "" : result.Errors;
    }

    private static string[] Options(ProfileKind profile) => profile switch
    {
        ProfileKind.FullDates => ["--profile", "Basic", .. WithFullDates.SelectMany(option => new[] { "--option", option })],
        _ => ["--profile", profile.ToString()],
    };

    private static string MakeKey(string work)
    {
        var path = Path.Combine(work, "key");
        File.WriteAllBytes(path, [.. Enumerable.Range(1, KeyLength).Select(i => (byte)(i * 7))]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}

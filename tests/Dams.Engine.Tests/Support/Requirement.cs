using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Dams.Tests.Judges;
using Dams.Tests.PowerShell;

namespace Dams.Tests.Support;

/// <summary>What some tests need beside the .NET SDK. Where it is missing they are skipped, and the run tells what that leaves unproven.</summary>
internal sealed class Requirement(string name, string proves, string cure, Func<bool> find)
{
    private readonly Lazy<bool> _isMet = new(find);

    public static Requirement PowerShell { get; } = new(
        "PowerShell, Pester", "the cmdlets and the scripts", "NuGet, or name a PowerShell with Pester 5 in DAMS_PWSH",
        () => PowerShellHost.Here is not null);

    public static Requirement Dcmtk { get; } = new(
        "dcmdump", "DCMTK reads what Dams writes", "apt-get install dcmtk", () => Judge.IsThere("dcmdump"));

    public static Requirement Dciodvfy { get; } = new(
        "dciodvfy", "no output breaks its IOD anew", "apt-get install dicom3tools", () => Judge.IsThere("dciodvfy"));

    public static Requirement Pydicom { get; } = new(
        "pydicom", "pydicom reads what the rules say", "apt-get install python3-pydicom, or name a Python in DAMS_PYTHON",
        () => Judge.Python is not null);

    public static Requirement Corpus { get; } = new(
        "real files", "files of many makers are read and rewritten as the standard says", "name a folder of DICOM files in DAMS_CORPUS",
        () => CorpusFiles.Folder is not null);

    public static Requirement Standard { get; } = new(
        "the standard in DocBook", "the engine's tables are what the standard prints, byte for byte",
        "name a folder with part03.xml, part04.xml … as published, and DCMTK's private.dic, in DAMS_PS3",
        () => Directory.Exists(StandardFolder));

    /// <summary>The folder with the parts of the standard.</summary>
    public static string? StandardFolder => Environment.GetEnvironmentVariable("DAMS_PS3");

    public static Requirement Slurm { get; } = new(
        "Slurm", "the job array runs on Slurm itself and not on a stand-in", "apt-get install slurm-wlm, with a controller that answers",
        () => Shell.Has("sinfo") && Judge.Run("sinfo", "--noheader").ExitCode == 0);

    public static Requirement Strace { get; } = new(
        "strace", "private files have their final mode from the first call on, and the job opens a file three times at most", "apt-get install strace", () => Judge.IsThere("strace"));

    public static Requirement ImportExcel { get; } = new(
        "ImportExcel", "lists come from Import-Excel", "Install-Module ImportExcel", () => HasModule("ImportExcel"));

    public static Requirement ScriptAnalyzer { get; } = new(
        "PSScriptAnalyzer", "the scripts follow the rules of PowerShell", "Install-Module PSScriptAnalyzer", () => HasModule("PSScriptAnalyzer"));

    public static Requirement Node { get; } = new(
        "Node", "the example for Node and Electron runs, follows and stops the command", "install Node 18 or later", () => Shell.Has("node"));

    public static Requirement Shells { get; } = new(
        "zsh, fish", "these shells complete the command", "apt-get install zsh fish", () => Shell.Has("zsh") && Shell.Has("fish"));

    public static Requirement Root { get; } = new(
        "root on Linux", "full disks, folders that vanish, accounts without rights", "run the tests as root on Linux",
        () => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess);

    public static Requirement NetworkShare { get; } = new(
        "a network share", "nothing is lost and nothing half is left when a server dies and comes back",
        "apt-get install samba smbnetfs, and run the tests as root on Linux with /dev/fuse",
        () => Root.IsMet && File.Exists("/dev/fuse") && new[] { "smbd", "smbnetfs", "fusermount" }.All(Shell.Has));

    public static Requirement NativeCommand { get; } = new(
        "native command", "the command does all this as one native file too",
        "dotnet publish src/Dams.Cli -r linux-x64 -o artifacts/native, and DAMS_COMMAND=artifacts/native/dams",
        () => DamsProcess.Published is not null);

    public static IReadOnlyList<Requirement> All { get; } =
        [PowerShell, Dcmtk, Dciodvfy, Pydicom, Corpus, Standard, Slurm, Strace, NetworkShare, ImportExcel, ScriptAnalyzer, Node, Shells, Root, NativeCommand];

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>What the tests that need it show.</summary>
    public string Proves => proves;

    /// <summary>How to get it.</summary>
    public string Cure => cure;

    /// <summary>Whether it is here.</summary>
    public bool IsMet => _isMet.Value;

    /// <summary>Why a test that needs this is skipped; null where it is not.</summary>
    public string? WhySkipped => IsMet ? null : $"needs {name}: {cure}";

    /// <summary>The table of what is missing, for the end of a run; empty where nothing is.</summary>
    public static string TableOfMissing()
    {
        var missing = All.Where(requirement => !requirement.IsMet).ToArray();
        if (missing.Length == 0)
            return "";
        var (name, proves) = (missing.Max(row => row.Name.Length), missing.Max(row => row.Proves.Length));
        return string.Concat(missing
            .Select(row => $"{row.Name.PadRight(name)}  {row.Proves.PadRight(proves)}  {row.Cure}{Environment.NewLine}")
            .Prepend($"Skipped, since these are not here (what they would prove; how to get them):{Environment.NewLine}"));
    }

    private static bool HasModule(string name) =>
        PowerShellHost.Here?.RunCommand($"if (Get-Module {name} -ListAvailable) {{ 'here' }}").Contains("here", StringComparison.Ordinal) == true;
}

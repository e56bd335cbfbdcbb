using System.IO;
using System.Linq;

namespace Dams.Tests.Support;

/// <summary>The Pester tests as text: they provoke what only PowerShell brings about.</summary>
internal static class PesterTests
{
    public static string Text => string.Concat(Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.Tests.ps1", SearchOption.AllDirectories)
        .Select(File.ReadAllText));
}

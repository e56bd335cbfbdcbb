using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Dams.Tests.Support;

/// <summary>A test that asks another program to judge; skipped, with the reason, where it is not on the path.</summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool, bool needsCorpus = false)
    {
        if (Run(tool) is null)
            Skip = $"needs {tool} on the path";
        else if (needsCorpus && CorpusFiles.Folder is null)
            Skip = CorpusFiles.Missing;
    }

    /// <summary>What a program prints; null where it is not on the path.</summary>
    public static string? Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + errors.Result;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

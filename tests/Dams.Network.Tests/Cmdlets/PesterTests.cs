using System;
using System.IO;
using Dams.Tests.PowerShell;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Cmdlets;

/// <summary>The tests of the cmdlets, which Pester runs.</summary>
public sealed class PesterTests
{
    [NetworkPesterFact]
    public void No_Pester_test_fails()
    {
        var result = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "test-results")).FullName, "pester-network.txt");
        File.Delete(result);

        var said = PowerShellHost.Here!.RunFile(
            Path.Combine(Repository.Root, "tests", "Invoke-PesterSuite.ps1"),
            "-ResultPath", result, "-Path", Path.Combine(Repository.Root, "tests", "Dams.Network.Tests", "Cmdlets"), "-ThrottleLimit", "1");

        Assert.True(File.Exists(result), said);
        var lines = File.ReadAllLines(result);
        Assert.True(lines[0].Split(' ')[1] == "0", string.Join('\n', lines));
        Assert.NotEqual("0", lines[0].Split(' ')[0]);
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class NetworkPesterFactAttribute : FactAttribute
    {
        public NetworkPesterFactAttribute()
        {
            if (PowerShellHost.Here is null)
                Skip = "needs PowerShell 7.6 and Pester 5: NuGet, or name a PowerShell that has them in DAMS_PWSH";
        }
    }
}

using System.IO;
using Dams.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Dams.Tests.PowerShell;

public sealed class PesterSuite(ITestOutputHelper output)
{
    [PesterFact]
    public void No_Pester_test_fails()
    {
        var results = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "test-results"));
        var result = Path.Combine(results.FullName, "pester.txt");
        File.Delete(result);
        var script = Path.Combine(Repository.Root, "tests", "Invoke-PesterSuite.ps1");

        output.WriteLine(PowerShellHost.Here!.RunFile(script, "-ResultPath", result));

        Assert.True(File.Exists(result), "The suite did not come to its end.");
        var lines = File.ReadAllLines(result);
        output.WriteLine($"Pester: {lines[0]} (passed, failed, skipped)");
        Assert.True(lines[0].Split(' ')[1] == "0", string.Join('\n', lines));
        Assert.NotEqual("0", lines[0].Split(' ')[0]);
    }
}

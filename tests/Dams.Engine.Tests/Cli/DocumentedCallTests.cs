using System;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using Dams.Cli.Commands;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>What the pages tell people to type.</summary>
public sealed class DocumentedCallTests
{
    public static TheoryData<string> Calls { get; } = [.. Directory
        .GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Repository.Root, "README.md"))
        .SelectMany(File.ReadAllLines).Select(line => line.Trim())
        .Where(line => line.StartsWith("dams ", StringComparison.Ordinal)).Distinct()];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Each_call_of_a_page_is_one_that_the_command_takes(string call)
    {
        string[] arguments = [.. CommandLineParser.SplitCommandLine(call).Skip(1)];

        var parsed = DamsRoot.Build().Parse(arguments);

        Assert.Empty(parsed.Errors.Select(error => error.Message));
        Assert.Empty(UnknownOptions.Find(parsed, arguments));
    }

    [Fact]
    public void The_recipe_of_the_original_script_takes_away_what_its_code_changed_and_Encode_keeps()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/1", CT.Slice(more: instance => instance
            .Text("ReferringPhysicianName", "Referrer^Rita").Text("OperatorsName", "Operator^Otto").Text("DeviceSerialNumber", "SN-4711")
            .Text("InstitutionalDepartmentName", "Ward 7").Text("SeriesTime", "101112").Text("AcquisitionTime", "101113")));
        string[] left = ["Referrer", "Otto", "SN-4711", "Ward 7", "101112", "101113", "20240312"];

        var recipe = Path.Combine(Repository.Root, "docs", "examples", "dams-script.json");
        var encoded = Protect(folder, "Encode");
        var reduced = Protect(folder, recipe);

        Assert.All(left, value => Assert.Contains(value, encoded, StringComparison.Ordinal));
        Assert.All(left, value => Assert.DoesNotContain(value, reduced, StringComparison.Ordinal));
    }

    private static string Protect(TemporaryFolder folder, string profile)
    {
        var output = folder[$"out{profile.Length}"];
        var run = DamsCommand.Run(folder, "protect", "in", "--destination", output, "--key", TestKey.WriteTo(folder), "--profile", profile, "--patient-name-format", "{Subject}");
        Assert.True(run.ExitCode == 0, run.Error);
        var file = Directory.GetFiles(output, "*.dcm", SearchOption.AllDirectories).Single();
        return System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
    }
}

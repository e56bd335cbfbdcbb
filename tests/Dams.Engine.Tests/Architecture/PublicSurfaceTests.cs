using System;
using System.IO;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Architecture;

/// <summary>
/// What others can see of the engine, the command, the cmdlets and the loader is what PublicAPI.Shipped.txt beside their sources lists:
/// who changes it shows it to those who read the change. <c>DAMS_RENEW_PUBLIC_API=1 dotnet test --filter PublicSurface</c>
/// writes the lists anew.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    [Fact]
    public void The_engine_shows_what_its_list_says() => AssertListed("Dams.Engine", typeof(DamsException).Assembly.Location);

    [Fact]
    public void The_command_shows_what_its_list_says() =>
        AssertListed("Dams.Cli", Path.Combine(Repository.Root, "src", "Dams.Cli", "bin", Configuration, "net10.0", "dams.dll"));

    [Fact]
    public void The_cmdlets_show_what_their_list_says() =>
        AssertListed("Dams", Path.Combine(Repository.Root, "src", "Dams", "bin", Configuration, "netstandard2.0", "Dams.Commands.dll"));

    [Fact]
    public void The_loader_shows_what_its_list_says() =>
        AssertListed("Dams.Loader", Path.Combine(Repository.Root, "src", "Dams.Loader", "bin", Configuration, "net10.0", "Dams.Loader.dll"));

    private static void AssertListed(string project, string assembly)
    {
        var list = Path.Combine(Repository.Root, "src", project, "PublicAPI.Shipped.txt");
        var shown = PublicSurface.Read(assembly);
        if (Environment.GetEnvironmentVariable("DAMS_RENEW_PUBLIC_API") == "1")
            File.WriteAllText(list, string.Concat(shown.Select(line => $"{line}\n")));

        var listed = File.ReadAllLines(list);
        Assert.Empty(shown.Except(listed).Select(line => $"not listed: {line}").Concat(listed.Except(shown).Select(line => $"not there: {line}")));
        Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
    }
}

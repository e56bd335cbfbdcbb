using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Pages;

/// <summary>docs/network/errors.md has a section for every error, with its words; a test brings each about.</summary>
public sealed class ErrorPageTests
{
    private const string Told = "…";
    private const int Number = 4711;

    private static readonly MethodInfo[] Makers = [.. typeof(NetworkErrors)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Where(method => method.ReturnType == typeof(DamsException))];

    private static readonly MethodInfo[] WarningMakers = [.. typeof(NetworkWarnings)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .Where(method => method.ReturnType == typeof(RunWarning))];

    [Fact]
    public void Every_error_and_warning_has_a_section_in_the_order_of_names() => Assert.Equal(
        Makers.Concat(WarningMakers).Select(maker => maker.Name).Order(StringComparer.OrdinalIgnoreCase), Sections().Select(section => section.Id));

    [Fact]
    public void A_section_quotes_the_error_and_says_how_far_it_reaches_its_cause_and_its_cure() => Assert.All(Makers, maker =>
    {
        var error = Make(maker);
        var body = Sections().Single(section => section.Id == maker.Name).Body;

        Assert.Equal(maker.Name, error.Id);
        Assert.StartsWith(
            $"> {Shorten(error.Message)}\n\nStops the {(error.Scope == ErrorScope.File ? "file" : "run")}.\n", body, StringComparison.Ordinal);
        Assert.Matches(@"\n\n\*\*Cause:\*\* [^\n]{20,}[.]\n\n\*\*Cure:\*\* [^\n]{20,}[.]$", body);
    });

    [Fact]
    public void A_section_quotes_the_warning() => Assert.All(WarningMakers, maker =>
    {
        var warning = (RunWarning)maker.Invoke(null, [.. maker.GetParameters().Select(_ => (object)Number)])!;
        var body = Sections().Single(section => section.Id == maker.Name).Body;

        Assert.Equal(maker.Name, warning.Id);
        Assert.StartsWith($"> {Shorten(warning.Message)}\n\nA warning: stops nothing.\n", body, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_error_has_a_test_that_provokes_it()
    {
        var covered = typeof(ErrorPageTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<CoversErrorAttribute>()).Select(attribute => attribute.Id).ToArray();
        var pester = string.Concat(Directory
            .GetFiles(Path.Combine(Repository.Root, "tests", "Dams.Network.Tests", "Cmdlets"), "*.Tests.ps1").Select(File.ReadAllText));

        Assert.DoesNotContain(Makers.Select(maker => maker.Name).Except(covered), id => !Regex.IsMatch(pester, $@"['""^]{id}\b"));
    }

    private static DamsException Make(MethodInfo maker) => (DamsException)maker.Invoke(null, [.. maker.GetParameters().Select(parameter =>
        parameter.ParameterType == typeof(string) ? (object)Told
        : parameter.ParameterType == typeof(int) ? Number
        : new FileNotFoundException())])!;

    private static string Shorten(string message) => message
        .Replace($"{Number:X4}", Told, StringComparison.Ordinal)
        .Replace($"{Number}", Told, StringComparison.Ordinal)
        .Replace("it is not there", Told, StringComparison.Ordinal);

    private static (string Id, string Body)[] Sections() => [.. Regex
        .Split(File.ReadAllText(Path.Combine(Repository.Root, "docs", "network", "errors.md")), "^## ", RegexOptions.Multiline).Skip(1)
        .Select(section => section.Split('\n', 2))
        .Select(lines => (lines[0], lines[1].Trim()))];
}

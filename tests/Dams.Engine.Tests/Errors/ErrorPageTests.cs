using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Errors;

/// <summary>docs/errors.md has a section for every error and warning, in the order of their names, with its words.</summary>
public sealed class ErrorPageTests
{
    private static readonly string[] Parts =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "errors.md")).ReplaceLineEndings("\n").Split("\n## ");

    [Fact]
    public void The_page_has_the_errors_and_the_warnings() =>
        Assert.Equal(["Errors", "Warnings"], Parts.Skip(1).Select(part => part.Split('\n')[0]));

    [Fact]
    public void Every_error_has_a_section_and_every_section_an_error() => Assert.Equal(
        Makers.OfErrors.Select(maker => maker.Name).Order(StringComparer.OrdinalIgnoreCase), Sections(1).Select(section => section.Id));

    [Fact]
    public void Every_warning_has_a_section_and_every_section_a_warning() => Assert.Equal(
        Makers.OfWarnings.Select(maker => maker.Name).Order(StringComparer.OrdinalIgnoreCase), Sections(2).Select(section => section.Id));

    [Fact]
    public void A_section_quotes_the_error_and_says_how_far_it_reaches_its_cause_and_its_cure() => Assert.All(Makers.OfErrors, maker =>
    {
        var error = Makers.Error(maker);
        var body = Sections(1).Single(section => section.Id == maker.Name).Body;

        Assert.StartsWith($"> {Shorten(error.Message)}\n\nStops the {(error.Scope == ErrorScope.File ? "file" : "run")}.\n", body, StringComparison.Ordinal);
        AssertExplained(body);
    });

    [Fact]
    public void A_section_quotes_the_warning_and_says_its_cause_and_its_cure() => Assert.All(Makers.OfWarnings, maker =>
    {
        var body = Sections(2).Single(section => section.Id == maker.Name).Body;

        Assert.StartsWith($"> {Shorten(Makers.Warning(maker).Message)}\n", body, StringComparison.Ordinal);
        AssertExplained(body);
    });

    private static void AssertExplained(string body) =>
        Assert.Matches(@"\n\n\*\*Cause:\*\* [^\n]{20,}[.]\n\n\*\*Cure:\*\* [^\n]{20,}[.]$", body);

    // What differs from case to case is … on the page.
    private static string Shorten(string message) => message
        .Replace($"{Makers.Number}", Makers.Told)
        .Replace($"{Makers.Tag}", Makers.Told)
        .Replace("it is not there", Makers.Told);

    private static IReadOnlyList<(string Id, string Body)> Sections(int part) => [.. Regex
        .Split(Parts[part], "^### ", RegexOptions.Multiline).Skip(1)
        .Select(section => section.Split('\n', 2))
        .Select(lines => (lines[0], lines[1].Trim()))];
}

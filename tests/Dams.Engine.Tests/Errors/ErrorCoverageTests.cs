using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Errors;

/// <summary>Every error has its own name, says what to do, and is provoked by a test.</summary>
public sealed class ErrorCoverageTests
{
    // What no test can provoke, and why.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["NoHome"] = "only a Windows account without a profile has no such folder",
    };

    private static readonly string[] Covered = typeof(ErrorCoverageTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetCustomAttributes<CoversErrorAttribute>())
        .Select(attribute => attribute.Id).Distinct().ToArray();

    [Fact]
    public void Every_error_has_a_test_that_provokes_it()
    {
        var pester = PesterTests.Text;
        var unprovoked = Makers.OfErrors.Select(maker => maker.Name).Except(Covered).Except(Elsewhere.Keys)
            .Where(id => !Regex.IsMatch(pester, $@"['""^]{id}\b")).ToArray();

        Assert.Empty(unprovoked);
    }

    [Fact]
    public void No_test_names_an_error_that_is_none() =>
        Assert.Empty(Covered.Concat(Elsewhere.Keys).Except(Makers.OfErrors.Select(maker => maker.Name)));

    [Fact]
    public void Every_error_has_the_name_of_its_maker_a_cause_and_a_cure()
    {
        Assert.True(Makers.OfErrors.Length >= 42);
        Assert.All(Makers.OfErrors, maker =>
        {
            var error = Makers.Error(maker);
            Assert.Equal(maker.Name, error.Id);
            Assert.Equal($"{error.Cause} {error.Cure}", error.Message);
            Assert.All([error.Cause, error.Cure], sentence => Assert.Matches(@"^\S.{10,}[.]$", sentence));
        });
    }

    [Fact]
    public void No_error_of_a_file_takes_a_path_or_a_text_of_the_source()
    {
        foreach (var maker in Makers.OfErrors.Where(maker => Makers.Error(maker).Scope == ErrorScope.File))
        {
            // What was expected, and why something cannot be done, are phrases of the engine's own.
            var texts = maker.GetParameters().Where(
                parameter => parameter.ParameterType == typeof(string) && parameter.Name is not ("expected" or "why"));
            Assert.Empty(texts);
        }
    }

    [Theory]
    [InlineData(typeof(UnauthorizedAccessException))]
    [InlineData(typeof(FileNotFoundException))]
    [InlineData(typeof(DirectoryNotFoundException))]
    [InlineData(typeof(PathTooLongException))]
    [InlineData(typeof(IOException))]
    public void The_words_of_the_system_which_may_hold_a_path_are_in_no_message(Type type)
    {
        var inner = (Exception)Activator.CreateInstance(type, "Access to the path '/in/Muster_Erika/1' is denied.")!;

        foreach (var maker in Makers.OfErrors.Where(maker => maker.GetParameters().Any(parameter => parameter.ParameterType == typeof(Exception))))
            Assert.DoesNotContain("Muster", Makers.Error(maker, inner).Message, StringComparison.Ordinal);
    }
}

using System;
using System.Linq;
using System.Reflection;
using Dams.Batches;
using Xunit;

namespace Dams.Tests.Errors;

public sealed class WarningTests
{
    private static readonly MethodInfo[] Makers = typeof(DamsException).Assembly.GetType("Dams.Warnings")!
        .GetMethods(BindingFlags.Static | BindingFlags.Public)
        .Where(method => method.ReturnType == typeof(RunWarning)).ToArray();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_warning_has_the_name_of_its_maker_and_whole_sentences(int count)
    {
        Assert.True(Makers.Length >= 8);
        Assert.All(Makers, maker =>
        {
            var warning = (RunWarning)maker.Invoke(null,
                [.. maker.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? count : (object)"SUBJ-1")])!;
            Assert.Equal(maker.Name, warning.Id);
            Assert.EndsWith(".", warning.Message, StringComparison.Ordinal);
            if (maker.GetParameters().Any(parameter => parameter.ParameterType == typeof(int)))
                Assert.StartsWith(count == 1 ? "1 " : "2 ", warning.Message, StringComparison.Ordinal);
        });
    }
}

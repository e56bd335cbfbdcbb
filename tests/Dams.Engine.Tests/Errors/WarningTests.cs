using System;
using System.Linq;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Errors;

public sealed class WarningTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_warning_has_the_name_of_its_maker_and_whole_sentences(int count)
    {
        Assert.True(Makers.OfWarnings.Length >= 8);
        Assert.All(Makers.OfWarnings, maker =>
        {
            var warning = Makers.Warning(maker, count);
            Assert.Equal(maker.Name, warning.Id);
            Assert.EndsWith(".", warning.Message, StringComparison.Ordinal);
            if (maker.GetParameters().FirstOrDefault()?.ParameterType == typeof(int))
                Assert.StartsWith(count == 1 ? "1 " : "2 ", warning.Message, StringComparison.Ordinal);
        });
    }
}

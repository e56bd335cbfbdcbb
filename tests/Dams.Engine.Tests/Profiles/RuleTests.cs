using Dams.Profiles;
using Xunit;

namespace Dams.Tests.Profiles;

/// <summary>PS3.15 table E.1-1a: which of several actions the type of an attribute chooses.</summary>
public sealed class RuleTests
{
    private const RuleAction X = RuleAction.Remove, Z = RuleAction.Empty, D = RuleAction.Dummy, U = RuleAction.MapUid;

    [Theory]
    [InlineData(X | Z, 3, X)]
    [InlineData(X | Z, 2, Z)]
    [InlineData(X | Z, 1, U)]
    [InlineData(X | Z, null, Z)]
    [InlineData(X | D, 3, X)]
    [InlineData(X | D, 2, D)]
    [InlineData(X | D, 1, D)]
    [InlineData(X | D, null, D)]
    [InlineData(Z | D, 3, Z)]
    [InlineData(Z | D, 2, Z)]
    [InlineData(Z | D, 1, D)]
    [InlineData(Z | D, null, D)]
    [InlineData(X | Z | D, 3, X)]
    [InlineData(X | Z | D, 2, Z)]
    [InlineData(X | Z | D, 1, D)]
    [InlineData(X | Z | D, null, D)]
    [InlineData(X | Z | U, 3, U)]
    [InlineData(X | Z | U, 2, U)]
    [InlineData(X | Z | U, 1, U)]
    [InlineData(X | Z | U, null, U)]
    internal void The_type_chooses(RuleAction printed, int? type, RuleAction expected)
    {
        var rule = new Rule(printed);

        Assert.True(rule.IsConditional);
        Assert.Equal(expected, rule.Resolve(type));
    }

    [Theory]
    [InlineData(X)]
    [InlineData(Z)]
    [InlineData(D)]
    [InlineData(U)]
    [InlineData(RuleAction.Keep)]
    internal void One_action_is_the_action_whatever_the_type(RuleAction action)
    {
        var rule = new Rule(action);

        Assert.False(rule.IsConditional);
        Assert.All(new int?[] { 1, 2, 3, null }, type => Assert.Equal(action, rule.Resolve(type)));
    }
}

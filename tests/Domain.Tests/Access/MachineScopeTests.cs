using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Domain.Tests.Access;

public class MachineScopeTests
{
    private const string Here = "arn:aws:states:us-east-1:123456789012:";

    [Theory]
    [InlineData("orders", "stateMachine:orders", true)]
    [InlineData("orders", "stateMachine:orders:7", true)]
    [InlineData("orders", "stateMachine:orders:live", true)]
    [InlineData("orders", "stateMachine:orders/Each", true)]
    [InlineData("orders", "execution:orders:one", true)]
    [InlineData("orders", "execution:orders/Each:one", true)]
    [InlineData("orders", "express:orders:one:2f3c", true)]
    [InlineData("orders", "mapRun:orders/Each:2f3c", true)]
    [InlineData("orders", "activity:orders", false)]
    [InlineData("orders", "stateMachine:orders2", false)]
    [InlineData("orders", "execution:billing:orders", false)]
    [InlineData("orders", "stateMachine:billing:orders", false)]
    [InlineData("Orders", "stateMachine:orders", false)]
    [InlineData("*", "stateMachine:anything", true)]
    [InlineData("*", "activity:anything", false)]
    [InlineData("*-eu", "execution:orders-eu:one", true)]
    [InlineData("o*-*u", "execution:orders-eu:one", true)]
    [InlineData("o*-*x", "execution:orders-eu:one", false)]
    [InlineData(Here + "stateMachine:orders-*", "execution:orders-eu:one", true)]
    [InlineData("arn:aws:states:*:*:stateMachine:orders-*", "execution:orders-eu:one", true)]
    [InlineData("arn:aws:states:eu-west-1:*:stateMachine:*", "stateMachine:orders", false)]
    [InlineData("arn:aws:states:*:*:activity:pack*", "activity:packing", true)]
    [InlineData("arn:aws:states:*:*:activity:*", "stateMachine:packing", false)]
    [InlineData("*", "label:anything", false)]
    [InlineData("*", "stateMachine:", false)]
    public void A_pattern_means_a_machine_and_all_that_is_its(string pattern, string resource, bool expected) =>
        Assert.Equal(expected, new MachineScope([pattern]).Allows(Here + resource));

    [Theory]
    [InlineData("")]
    [InlineData("orders")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:orders")]
    [InlineData("arn:aws:states:us-east-1:123456789012:stateMachine")]
    public void What_is_no_ARN_of_the_service_is_nobodys_with_a_limit(string text)
    {
        Assert.False(new MachineScope(["*"]).Allows(text));
        Assert.True(MachineScope.All.Allows(text));
    }

    [Fact]
    public void Stars_match_as_a_regular_expression_says()
    {
        var letters = Gen.Elements('a', 'b', '*');
        var cases = from pattern in letters.NonEmptyListOf() from text in Gen.Elements('a', 'b').NonEmptyListOf() select (Pattern: string.Concat(pattern), Text: string.Concat(text));

        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var expected = Regex.IsMatch(one.Text, $"^{Regex.Escape(one.Pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.NonBacktracking);
            return new MachineScope([one.Pattern]).Allows($"{Here}stateMachine:{one.Text}") == expected;
        }).QuickCheckThrowOnFailure();
    }
}

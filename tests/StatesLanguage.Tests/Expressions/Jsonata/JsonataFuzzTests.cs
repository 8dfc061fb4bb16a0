using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class JsonataFuzzTests
{
    private static readonly JsonataLimits Small = new() { Steps = 20_000, Items = 20_000, Characters = 50_000, Built = 2_000_000 };

    [Fact]
    public void Whatever_the_text_there_is_an_answer_or_an_error()
    {
        for (var seed = 0; seed < Thoroughness.Cases(10_000); seed++)
        {
            AnswersOrFails(new ExpressionMaker(seed));
        }
    }

    private static void AnswersOrFails(ExpressionMaker maker)
    {
        var text = maker.Expression();
        if (!JsonataExpression.TryParse(text, out var expression, out var error))
        {
            Assert.InRange(error.Position, 0, text.Length + 5);
            Assert.NotEmpty(error.Message);
            return;
        }

        var input = maker.Input();
        var before = input.ToString();
        var world = new WorldOfTest("""{"states":{"input":{"a":[1,{"b":"c"}]}},"x":5}""", Small);

        var result = expression.Evaluate(input, world);

        Assert.Equal(before, input.ToString());
        Assert.True(result.Value is null || !result.Value.IsUnsettled, text);
        Assert.Equal(Described(result), Described(expression.Evaluate(Json.Parse(before), world)));
    }

    private static string Described(JsonataResult result) =>
        result.Error?.ToString() ?? (result.IsFunction ? "a function" : result.Value?.ToString() ?? "undefined");
}

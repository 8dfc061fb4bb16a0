using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public class DefinitionFuzzTests
{
    [Fact]
    public void Whatever_the_text_there_is_a_machine_or_a_problem() =>
        Prop.ForAll(MachineMaker.Seeds, AnswersOrReports).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(10_000)));

    [Theory]
    [InlineData("$[?(", ")]")]
    [InlineData("$[?(@.a == $[?(", ")])]")]
    [InlineData("$.a[", "]")]
    [InlineData("States.Array(", ")")]
    public void A_path_that_nests_without_end_is_a_problem(string open, string close)
    {
        var path = string.Concat(Enumerable.Repeat(open, 20_000)) + "$" + string.Concat(Enumerable.Repeat(close, 20_000));

        var parsed = DefinitionParser.Parse(Definition.Of($$"""{"Type":"Pass","Parameters":{"a.$":"{{path}}"},"End":true}"""));

        Assert.Null(parsed.Machine);
    }

    private static void AnswersOrReports(int seed)
    {
        var random = new Random(seed);
        var text = new DefinitionMutator(random).Mutate(DefinitionWriter.Write(MachineMaker.Make(random.Next())));
        var type = random.Next(2) == 0 ? StateMachineType.Standard : StateMachineType.Express;

        var parsed = DefinitionParser.Parse(text, type);

        Assert.Equal(parsed.Problems.Any(problem => problem.Severity == ProblemSeverity.Error), parsed.Machine is null);
        if (parsed.Machine is not null)
        {
            Assert.Equal(parsed.Machine, DefinitionParser.Parse(DefinitionWriter.Write(parsed.Machine).ToString()).Machine);
        }
    }
}

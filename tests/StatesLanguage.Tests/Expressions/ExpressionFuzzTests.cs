using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Tests.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Tests.Parsing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions;

/// <summary>Whatever stands where a path or a call of an intrinsic function should: it is one and gives an answer, or a problem says why not. Never an exception, never an endless search.</summary>
public class ExpressionFuzzTests
{
    private static readonly Scope World = new(
        """
        {"order":{"lines":[{"sku":"x","price":12},{"sku":"y","price":3.5,"deep":[[[{"sku":"z"}]]]}]},"list":[1,2,2,"3",null,[4],{"a":5}],"a b":{"c":1},"a":{"b":{"c":[true]}},
         "text":"a.b+c {}","name":"Ann","number":41,"Snapshots":[{"State":"done"}],"lines":[{"Name":"Receipt","ValueDetection":{"Text":"t"}}]}
        """,
        """{"Execution":{"Input":{"a":1}},"Task":{"Token":"t"}}""",
        """{"total":{"sum":[1,2,3]}}""");

    [Fact]
    public void Gives_an_answer_or_a_problem() =>
        Prop.ForAll(MachineMaker.Seeds, AnswersOrReports).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(20_000)));

    [Fact]
    public void Makes_a_machine_that_reads_back_or_a_problem() =>
        Prop.ForAll(MachineMaker.Seeds, ReadsBackOrReports).Check(Config.QuickThrowOnFailure.WithMaxTest(Thoroughness.Cases(5_000)));

    private static void AnswersOrReports(int seed)
    {
        var text = new ExpressionMutator(new Random(seed)).Next();
        if (ValuePath.TryParse(text, out var path, out var error))
        {
            Assert.Equal(text, path.Text);
            Assert.True(path.TryEvaluate(World, out _, out var miss) || miss.Message.Length > 0, text);
        }
        else
        {
            Assert.NotEmpty(error);
        }

        if (IntrinsicCall.TryParse(text, out var call, out error))
        {
            var result = call.Evaluate(World, new FixedEntropy(0.5));
            Assert.True(result.Succeeded || result.Failure.Cause.Length > 0, text);
        }
        else
        {
            Assert.NotEmpty(error);
        }
    }

    private static void ReadsBackOrReports(int seed)
    {
        var text = new ExpressionMutator(new Random(seed)).Next();
        var template = JsonObject.Of(("a.$", Json.Of(text)));
        var state = JsonObject.Of(("Type", Json.Of("Pass")), ("InputPath", Json.Of("$")), ("Parameters", template), ("Assign", template), ("End", Json.True));

        var parsed = DefinitionParser.Parse(Definition.Of(state.ToString()));

        Assert.Equal(parsed.Problems.Any(problem => problem.Severity == ProblemSeverity.Error), parsed.Machine is null);
        if (parsed.Machine is not null)
        {
            Assert.Equal(parsed.Machine, DefinitionParser.Parse(DefinitionWriter.Write(parsed.Machine).ToString()).Machine);
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public class DefinitionWriterTests
{
    [Fact]
    public void What_it_writes_reads_back_as_the_same_machine() =>
        Prop.ForAll(MachineMaker.Seeds, ReadsBack).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Writes_what_an_author_would_write()
    {
        const string Text =
            """
            {
              "StartAt": "S",
              "States": {
                "S": {
                  "Type": "Task",
                  "InputPath": "$.in",
                  "Parameters": {"a.$": "$.b", "c": {"d": [1, {"e.$": "States.UUID()"}]}},
                  "Resource": "f",
                  "TimeoutSecondsPath": "$.t",
                  "ResultPath": null,
                  "Retry": [{"ErrorEquals": ["A"], "BackoffRate": 1.5}],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "T"}],
                  "Next": "T"
                },
                "T": {
                  "Type": "Choice",
                  "Choices": [{"Not": {"Variable": "$.x", "StringEqualsPath": "$v"}, "Next": "U"}],
                  "Default": "U"
                },
                "U": {"Type": "Map", "ItemsPath": "$.i", "Iterator": {"StartAt": "V", "States": {"V": {"Type": "Wait", "Seconds": 5, "End": true}}}, "End": true}
              }
            }
            """;

        Assert.Equal(Json.Parse(Text).ToString(), DefinitionWriter.Write(Definition.Machine(Text)).ToString());
    }

    private static void ReadsBack(int seed)
    {
        var machine = MachineMaker.Make(seed);

        var parsed = DefinitionParser.Parse(DefinitionWriter.Write(machine).ToString());

        Assert.DoesNotContain(parsed.Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal(machine, parsed.Machine);
    }
}

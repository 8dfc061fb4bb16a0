using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.Support;
using Xunit.Abstractions;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class SmokeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"x":1},"ResultPath":"$.r","Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$.r.x","NumericEquals":1,"Next":"C"}],"Default":"D"},"C":{"Type":"Wait","Seconds":5,"Next":"D"},"D":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Retry":[{"ErrorEquals":["States.ALL"]}],"End":true}}}""", "{}")]
    [InlineData("""{"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,"ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Task","Resource":"f","End":true}}},"Next":"Q"},"Q":{"Type":"Parallel","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}},{"StartAt":"Y","States":{"Y":{"Type":"Fail","Error":"E"}}}],"Catch":[{"ErrorEquals":["E"],"Next":"Z"}],"End":true},"Z":{"Type":"Succeed"}}}""", "[1,2,3]")]
    public void Runs(string definition, string input)
    {
        var run = Simulation.Run(definition, input);
        foreach (var e in run.History)
        {
            output.WriteLine($"{e.Id} {e.PreviousId} {e.Type} {e.Details}");
        }

        Assert.Equal(ExecutionStatus.Succeeded, run.Execution.Status);
    }
}

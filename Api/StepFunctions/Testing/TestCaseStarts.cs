using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.StatesLanguage.Parsing;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>Starts that name a test case behind the ARN of the machine: <c>arn:…:stateMachine:NAME#CASE</c>.</summary>
/// <remarks>Without a mock configuration that is the name of a machine which cannot be there, as on AWS.</remarks>
internal sealed class TestCaseStarts(MockConfiguration mocks, StateMachineCatalog catalog)
{
    /// <summary>The start with the test case in its own place.</summary>
    /// <exception cref="AwsException">There is no such test case, or it does not fit the machine.</exception>
    public async ValueTask<StartRequest> ResolveAsync(StartRequest start, CancellationToken cancellationToken)
    {
        var separator = start.StateMachineArn.IndexOf(TestCases.Separator, StringComparison.Ordinal);
        if (separator < 0 || mocks.Machines.Count == 0)
        {
            return start;
        }

        var (arn, testCase) = (start.StateMachineArn[..separator], start.StateMachineArn[(separator + 1)..]);
        var record = await catalog.ResolveAsync(arn, cancellationToken);
        var machine = DefinitionParser.Parse(record.Definition, isStored: true).Machine ?? throw new UnreadableDefinitionException(record);
        return TestCases.WhyNot(mocks, record.Name, testCase, machine) is { } reason
            ? throw AwsErrors.Validation($"Invalid test case: {reason}")
            : start with { StateMachineArn = arn, TestCase = testCase };
    }
}

using System.Security.Cryptography;
using TaskOrchestration.Api.StepFunctions.Testing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Resources.Http;
using TaskOrchestration.Orchestrations.Testing;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Runs one state by itself, with a mock in place of its work or with the work really done, and shows the data on its way through it.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">TestState</seealso>
internal sealed class TestState(StateTrials trials, StateMachineCatalog catalog) : IAction
{
    private const int SeedBytes = 32;

    public string Name => nameof(TestState);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var asked = TestRequest.Read(new RequestFields(request));
        var tested = TestedState.Of(asked);
        MockRules.Check(asked, tested.State);
        var start = new StateTrialStart
        {
            Execution = Execution(asked),
            Variables = asked.Variables,
            Context = asked.Context,
            Mock = asked.Mock?.Mock,
            RetryCount = asked.Configuration.RetrierRetryCount ?? 0,
            FailedIterations = asked.Configuration.MapIterationFailureCount ?? 0,
            ReaderText = asked.Configuration.MapItemReaderData,
        };
        HttpExchange? exchange = null;
        var result = await trials.RunAsync(tested.Machine, tested.State.Name, start, seen => exchange = seen, cancellationToken);
        return TestAnswer.Write(result, asked.Level, exchange);
    }

    /// <summary>The execution the state believes it is part of. On AWS it looks like one of an EXPRESS machine.</summary>
    private ExecutionStart Execution(TestRequest asked)
    {
        var machineName = Guid.NewGuid().ToString();
        var machineArn = catalog.Arns.StateMachine(machineName);
        var name = Guid.NewGuid().ToString();
        return new ExecutionStart
        {
            ExecutionArn = $"{machineArn.Replace(":stateMachine:", ":express:", StringComparison.Ordinal)}:{name}",
            Name = name,
            StateMachineArn = machineArn,
            StateMachineName = machineName,
            RoleArn = asked.RoleArn ?? $"arn:aws:iam::{catalog.Arns.Account}:role/TestState",
            Input = asked.Input,
            Seed = RandomNumberGenerator.GetHexString(2 * SeedBytes, lowercase: true),
        };
    }
}

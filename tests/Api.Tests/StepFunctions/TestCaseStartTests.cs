using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public sealed class TestCaseStartTests : IAsyncLifetime
{
    private const string Definition = """{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","Next":"Done"},"Done":{"Type":"Succeed"}}}""";

    private const string Configuration =
        """
        {
          "StateMachines": { "Greeter": { "TestCases": { "Happy": { "Work": "Fine" }, "Odd": { "Done": "Fine" } } } },
          "MockedResponses": { "Fine": { "0": { "Return": 1 } } }
        }
        """;

    private readonly FakeExecutions executions = new();
    private readonly StateMachineCatalog catalog = new(new MemoryStateMachineStore(), new ArnScheme(), new FixedTime());
    private ApiServer server = null!;

    public async Task InitializeAsync()
    {
        await catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Definition, RoleArn = Samples.Role });
        server = await StartAsync(MockConfigurationReader.Read(Configuration).Configuration!);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task An_execution_is_started_with_the_test_case_behind_the_ARN()
    {
        StartRequest? taken = null;
        executions.Start = request =>
        {
            taken = request;
            return new StartedExecution(Samples.ExecutionArn, FixedTime.Beginning);
        };

        var answer = await CallAsync(server, "StartExecution", $"{Samples.MachineArn}#Happy");

        Assert.Equal(ApiAnswer.Ok($$"""{"executionArn":"{{Samples.ExecutionArn}}","startDate":1800000000.125}"""), answer);
        Assert.Equal(new StartRequest { StateMachineArn = Samples.MachineArn, TestCase = "Happy" }, taken);
    }

    [Fact]
    public async Task So_is_one_that_is_waited_for()
    {
        StartRequest? taken = null;
        executions.StartSync = request =>
        {
            taken = request;
            return Samples.Description(ExecutionStatus.Succeeded);
        };

        await CallAsync(server, "StartSyncExecution", $"{Samples.MachineArn}#Happy");

        Assert.Equal(new StartRequest { StateMachineArn = Samples.MachineArn, TestCase = "Happy" }, taken);
    }

    [Theory]
    [InlineData("Greeter#Sad", "ValidationException", "Invalid test case: expected a test case of the state machine 'Greeter' (Happy, Odd), found 'Sad'")]
    [InlineData("Greeter#", "ValidationException", "Invalid test case: expected a test case of the state machine 'Greeter' (Happy, Odd), found ''")]
    [InlineData("Greeter#Odd", "ValidationException", "Invalid test case: expected Task states of the state machine 'Greeter' in the test case 'Odd', found 'Done'")]
    [InlineData("Nobody#Happy", "StateMachineDoesNotExist", "State Machine Does Not Exist: 'arn:aws:states:us-east-1:123456789012:stateMachine:Nobody'")]
    public async Task A_test_case_that_does_not_fit_is_refused(string machine, string code, string message) =>
        Assert.Equal(ApiAnswer.Error(code, message), await CallAsync(server, "StartExecution", $"arn:aws:states:us-east-1:123456789012:stateMachine:{machine}"));

    [Fact]
    public async Task Without_a_mock_configuration_no_machine_has_such_a_name()
    {
        await using var plain = await StartAsync(mocks: null);
        executions.Start = request => throw new RefusedException(Refusal.StateMachineDoesNotExist, request.StateMachineArn);

        Assert.Equal(ApiAnswer.Error("StateMachineDoesNotExist", $"{Samples.MachineArn}#Happy"), await CallAsync(plain, "StartExecution", $"{Samples.MachineArn}#Happy"));
    }

    private Task<ApiServer> StartAsync(MockConfiguration? mocks) =>
        ApiServer.StartAsync(executions, catalog, new FixedTime(), services => _ = mocks is null ? services : services.AddSingleton(mocks));

    private static Task<ApiAnswer> CallAsync(ApiServer server, string action, string machine) =>
        server.CallAsync(action, JsonObject.Of(("stateMachineArn", Json.Of(machine))));
}

using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.EndToEnd.Tests.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Clients;

public class AwsCliTests(RunningServer running) : IClassFixture<RunningServer>
{
    private const string Greeting = """{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Result":"hello","End":true}}}""";
    private const string Pause = """{"StartAt":"Pause","States":{"Pause":{"Type":"Wait","Seconds":3600,"End":true}}}""";
    private const string Role = "arn:aws:iam::123456789012:role/any";

    [ClientFact(ClientNames.AwsCli)]
    public async Task An_execution_is_started_and_its_result_and_history_read()
    {
        var machine = await TextAsync("stateMachineArn", "create-state-machine", "--name", "from-cli", "--definition", Greeting, "--role-arn", Role);
        var execution = await TextAsync("executionArn", "start-execution", "--state-machine-arn", machine, "--name", "first", "--input", "{}");
        await running.Server.Client.DescribeWhenEndedAsync(execution);
        Assert.Equal("SUCCEEDED", await TextAsync("status", "describe-execution", "--execution-arn", execution));
        Assert.Equal("\"hello\"", await TextAsync("output", "describe-execution", "--execution-arn", execution));
        Assert.Equal(
            "ExecutionStarted\tPassStateEntered\tPassStateExited\tExecutionSucceeded",
            await TextAsync("events[].type", "get-execution-history", "--execution-arn", execution));
    }

    [ClientFact(ClientNames.AwsCli)]
    public async Task A_waiting_execution_is_stopped()
    {
        var machine = await TextAsync("stateMachineArn", "create-state-machine", "--name", "from-cli-waiting", "--definition", Pause, "--role-arn", Role);
        var execution = await TextAsync("executionArn", "start-execution", "--state-machine-arn", machine);
        await TextAsync("stopDate", "stop-execution", "--execution-arn", execution, "--error", "Enough");
        Assert.Equal("ABORTED\tEnough", await TextAsync("[status, error]", "describe-execution", "--execution-arn", execution));
    }

    [ClientFact(ClientNames.AwsCli)]
    public async Task An_express_execution_is_run_synchronously()
    {
        var machine = await TextAsync("stateMachineArn", "create-state-machine", "--name", "from-cli-express", "--type", "EXPRESS", "--definition", Greeting, "--role-arn", Role);
        string[] call = ["start-sync-execution", "--state-machine-arn", machine, "--output", "text", "--query", "[status, output]"];
        var outcome = await RunAsync(call);
        if (outcome.Errors.Contains("//sync-", StringComparison.Ordinal))
        {
            // A CLI too old to know the setting: it reaches the name that it makes up by way of a proxy, and the server can be that proxy.
            outcome = await Tool.Aws.RunAsync(Arguments(call), new Dictionary<string, string>(Environment) { ["HTTP_PROXY"] = running.Server.Endpoint.ToString() });
        }

        Assert.Equal("SUCCEEDED\t\"hello\"", outcome.OutputOrThrow());
    }

    [ClientFact(ClientNames.AwsCli)]
    public async Task A_refusal_bears_the_name_that_AWS_gives_it()
    {
        var outcome = await RunAsync("describe-execution", "--execution-arn", "arn:aws:states:us-east-1:123456789012:execution:none:none");
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("(ExecutionDoesNotExist)", outcome.Errors, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string query, params string[] arguments) =>
        (await RunAsync([.. arguments, "--output", "text", "--query", query])).OutputOrThrow();

    private Task<ToolOutcome> RunAsync(params string[] arguments) => Tool.Aws.RunAsync(Arguments(arguments), Environment);

    private string[] Arguments(string[] arguments) => ["stepfunctions", "--endpoint-url", running.Server.Endpoint.ToString(), .. arguments];

    private static Dictionary<string, string> Environment => new()
    {
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "any",
        ["AWS_SECRET_ACCESS_KEY"] = "any",
        // StartSyncExecution would otherwise call sync-127.0.0.1, which is nowhere.
        ["AWS_DISABLE_HOST_PREFIX_INJECTION"] = "true",
    };
}

using System.Net.Http.Headers;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Client;

/// <summary>Calls a server the way an AWS SDK does: one POST an action, AWS JSON 1.0.</summary>
/// <remarks>Every method throws <see cref="StepFunctionsException"/> if the server refuses and <see cref="HttpRequestException"/> if it cannot be reached.</remarks>
/// <param name="http">Sends the requests.</param>
/// <param name="endpoint">Where the server is.</param>
/// <param name="apiKey">The id and the secret of an API key, with a dot between them; none for an anonymous server.</param>
public sealed class StepFunctionsClient(HttpClient http, Uri endpoint, string? apiKey = null)
{
    private const string Role = "arn:aws:iam::123456789012:role/taskorch";

    /// <summary>Creates a machine and returns its ARN.</summary>
    public async Task<string> CreateStateMachineAsync(string name, string definition, bool express = false, CancellationToken cancellationToken = default)
    {
        var request = JsonObject.Of(("name", Json.Of(name)), ("definition", Json.Of(definition)), ("roleArn", Json.Of(Role)), ("type", Json.Of(express ? "EXPRESS" : "STANDARD")));
        return Text(await CallAsync("CreateStateMachine", request, cancellationToken), "stateMachineArn");
    }

    /// <summary>The names of all machines and their ARNs.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListStateMachinesAsync(CancellationToken cancellationToken = default)
    {
        var machines = await PagesAsync("ListStateMachines", JsonObject.Empty, "stateMachines", cancellationToken);
        return machines.ToDictionary(machine => Text(machine, "name"), machine => Text(machine, "stateMachineArn"));
    }

    /// <summary>Starts an execution and returns its ARN.</summary>
    public async Task<string> StartExecutionAsync(string stateMachineArn, string name, string input, CancellationToken cancellationToken = default)
    {
        var request = JsonObject.Of(("stateMachineArn", Json.Of(stateMachineArn)), ("name", Json.Of(name)), ("input", Json.Of(input)));
        return Text(await CallAsync("StartExecution", request, cancellationToken), "executionArn");
    }

    /// <summary>Describes the execution as it stands.</summary>
    public async Task<ExecutionView> DescribeExecutionAsync(string executionArn, CancellationToken cancellationToken = default) =>
        ExecutionView.Of(await CallAsync("DescribeExecution", JsonObject.Of(("executionArn", Json.Of(executionArn))), cancellationToken));

    /// <summary>Describes the execution once it has ended.</summary>
    public async Task<ExecutionView> DescribeWhenEndedAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        var pause = TimeSpan.FromMilliseconds(2);
        var execution = await DescribeExecutionAsync(executionArn, cancellationToken);
        while (execution.Status == "RUNNING")
        {
            await Task.Delay(pause, cancellationToken);
            pause = pause < TimeSpan.FromMilliseconds(100) ? pause * 2 : pause;
            execution = await DescribeExecutionAsync(executionArn, cancellationToken);
        }

        return execution;
    }

    /// <summary>The ARNs of the machine's executions that have not ended.</summary>
    public async Task<IReadOnlyList<string>> RunningExecutionsAsync(string stateMachineArn, CancellationToken cancellationToken = default)
    {
        var request = JsonObject.Of(("stateMachineArn", Json.Of(stateMachineArn)), ("statusFilter", Json.Of("RUNNING")));
        var running = await PagesAsync("ListExecutions", request, "executions", cancellationToken);
        return [.. running.Select(execution => Text(execution, "executionArn"))];
    }

    /// <summary>The types of the events of the execution's history, in order.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync(string executionArn, CancellationToken cancellationToken = default)
    {
        var events = await PagesAsync("GetExecutionHistory", JsonObject.Of(("executionArn", Json.Of(executionArn)), ("maxResults", Json.Of(1000))), "events", cancellationToken);
        return [.. events.Select(@event => Text(@event, "type"))];
    }

    /// <summary>Carries out one action.</summary>
    /// <param name="action">For example <c>StartExecution</c>.</param>
    /// <param name="request">The members of the request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<JsonObject> CallAsync(string action, JsonObject request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var content = new ByteArrayContent(request.ToUtf8());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        content.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{action}");
        if (apiKey is not null)
        {
            content.Headers.Add("X-Api-Key", apiKey);
        }

        using var response = await http.PostAsync(endpoint, content, cancellationToken);
        var answer = (JsonObject)Json.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return response.IsSuccessStatusCode ? answer : throw StepFunctionsException.Of(answer);
    }

    private async Task<List<JsonObject>> PagesAsync(string action, JsonObject request, string items, CancellationToken cancellationToken)
    {
        var all = new List<JsonObject>();
        var page = await CallAsync(action, request, cancellationToken);
        all.AddRange(((JsonArray)page[items]!).Cast<JsonObject>());
        while (page["nextToken"] is { } next)
        {
            page = await CallAsync(action, request.With("nextToken", next), cancellationToken);
            all.AddRange(((JsonArray)page[items]!).Cast<JsonObject>());
        }

        return all;
    }

    private static string Text(JsonObject answer, string member) => ((JsonString)answer[member]!).Value;
}

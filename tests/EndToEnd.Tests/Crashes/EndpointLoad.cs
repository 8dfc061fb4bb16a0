using System.Net.Sockets;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Servers.Loading;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>64 connections that start and describe executions, take tasks and use task tokens, without a pause, until the server is killed.</summary>
/// <param name="machines">What there is to start.</param>
/// <param name="desk">Where the tokens are handed out.</param>
/// <param name="promises">Takes down what the server says.</param>
internal sealed class EndpointLoad(LoadedMachines machines, TokenDesk desk, Promises promises)
{
    private const int Starters = 48;
    private const int Others = 4;

    /// <summary>Goes on until the server is gone.</summary>
    /// <param name="endpoint">Where it is.</param>
    /// <param name="apiKey">What to sign with.</param>
    /// <param name="killed">Tells those who have nothing to ask it for at the moment.</param>
    /// <exception cref="InvalidOperationException">It answered with an error.</exception>
    public Task RunAsync(Uri endpoint, string apiKey, CancellationToken killed) => Task.WhenAll(
        [
            .. Connections(Starters, endpoint, apiKey, connection => StartAsync(connection, machines.Waiting)),
            .. Connections(Others, endpoint, apiKey, connection => StartAsync(connection, machines.Asking)),
            .. Connections(Others, endpoint, apiKey, connection => StartAsync(connection, machines.Worked)),
            .. Connections(Others, endpoint, apiKey, connection => WorkAsync(connection, killed)),
            // Whoever waits for a task learns of the end from the connection: what was sent before is read first, and a token in it counts.
            TakeTasksAsync(endpoint, apiKey, CancellationToken.None),
        ]);

    /// <summary>Takes tasks of the activity.</summary>
    public Task TakeTasksAsync(Uri endpoint, string apiKey, CancellationToken ended) =>
        Task.WhenAll(Connections(Others, endpoint, apiKey, connection => TakeTaskAsync(connection, ended)));

    /// <summary>Uses a token that was handed out.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> UseTokenAsync(WireConnection connection)
    {
        if (desk.Next() is not { } token)
        {
            return false;
        }

        var mayBeUsed = promises.Unanswered.ContainsKey(token);
        promises.Unanswered[token] = true;
        WireAnswer answer;
        try
        {
            answer = await connection.CallAsync("SendTaskSuccess", JsonObject.Of(("taskToken", Json.Of(token)), ("output", Json.Of(OutputOf(desk.ExecutionByToken[token])))).ToString());
        }
        catch
        {
            // The next server is asked again.
            desk.PutBack(token);
            throw;
        }

        promises.Unanswered.TryRemove(token, out _);
        if (answer.IsThrottled)
        {
            desk.PutBack(token);
        }
        else if (answer.IsDone || (mayBeUsed && answer.ToString().Contains("\"TaskTimedOut\"", StringComparison.Ordinal)))
        {
            promises.Used.Enqueue(token);
        }
        else
        {
            throw new InvalidOperationException($"expected the token of {desk.ExecutionByToken[token]} to be good, found {answer}");
        }

        return true;
    }

    /// <summary>What the execution of a machine with a token yields, as text.</summary>
    public static string OutputOf(string execution) => $$"""{"of":"{{execution}}"}""";

    private static IEnumerable<Task> Connections(int number, Uri endpoint, string apiKey, Func<WireConnection, Task> act) =>
        Enumerable.Range(0, number).Select(_ => UntilKilledAsync(endpoint, apiKey, act));

    private static async Task UntilKilledAsync(Uri endpoint, string apiKey, Func<WireConnection, Task> act)
    {
        try
        {
            using var connection = await WireConnection.OpenAsync(endpoint, apiKey);
            while (true)
            {
                await act(connection);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // Killed. What it had not answered it may have done or not.
            return;
        }
    }

    private async Task StartAsync(WireConnection connection, string machine)
    {
        var started = await connection.CallAsync("StartExecution", $$"""{"stateMachineArn":"{{machine}}","input":"{}"}""");
        if (started.IsThrottled)
        {
            return;
        }

        var execution = OrThrow(started).Text("executionArn");
        promises.Started.Enqueue(execution);
        var described = await connection.CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}""");
        if (!described.IsThrottled)
        {
            Assert.Equal(execution, OrThrow(described).Text("executionArn"));
        }
    }

    private async Task WorkAsync(WireConnection connection, CancellationToken killed)
    {
        if (!await UseTokenAsync(connection))
        {
            // Nothing is handed out at the moment: leave the processor to those who start something.
            await Task.Delay(TimeSpan.FromMilliseconds(1), killed);
        }
    }

    private async Task TakeTaskAsync(WireConnection connection, CancellationToken ended)
    {
        var answer = await connection.CallAsync("GetActivityTask", $$"""{"activityArn":"{{machines.Activity}}"}""", ended);
        if (!answer.IsThrottled && Json.Parse(OrThrow(answer).Body.Span) is JsonObject { Count: > 1 } task)
        {
            var input = (JsonObject)Json.Parse(((JsonString)task["input"]!).Value);
            desk.Add(((JsonString)task["taskToken"]!).Value, ((JsonString)input["execution"]!).Value);
        }
    }

    private static WireAnswer OrThrow(WireAnswer answer) => answer.IsDone ? answer : throw new InvalidOperationException($"expected an answer, found {answer}");
}

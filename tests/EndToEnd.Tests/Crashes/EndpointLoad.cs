using System.Net.Sockets;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Servers.Loading;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>64 connections that start and describe executions and use task tokens, without a pause, until the server is killed.</summary>
/// <param name="waiting">The ARN of a machine that waits for a moment.</param>
/// <param name="asking">The ARN of a machine with a task that waits for its token.</param>
/// <param name="desk">Where the tokens are handed out.</param>
/// <param name="promises">Takes down what the server says.</param>
internal sealed class EndpointLoad(string waiting, string asking, TokenDesk desk, Promises promises)
{
    private const int Starters = 48;
    private const int Askers = 8;
    private const int Workers = 8;

    /// <summary>The ARN of the machine that waits for a moment.</summary>
    public string Waiting => waiting;

    /// <summary>The ARN of the machine with a task that waits for its token.</summary>
    public string Asking => asking;

    /// <summary>Goes on until the server is gone.</summary>
    /// <param name="endpoint">Where it is.</param>
    /// <param name="apiKey">What to sign with.</param>
    /// <param name="killed">Tells those who have nothing to ask it for at the moment.</param>
    /// <exception cref="InvalidOperationException">It answered with an error.</exception>
    public Task RunAsync(Uri endpoint, string apiKey, CancellationToken killed) => Task.WhenAll(
        [
            .. Enumerable.Range(0, Starters).Select(_ => UntilKilledAsync(endpoint, apiKey, connection => StartAsync(connection, waiting))),
            .. Enumerable.Range(0, Askers).Select(_ => UntilKilledAsync(endpoint, apiKey, connection => StartAsync(connection, asking))),
            .. Enumerable.Range(0, Workers).Select(_ => UntilKilledAsync(endpoint, apiKey, connection => WorkAsync(connection, killed))),
        ]);

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

    private static WireAnswer OrThrow(WireAnswer answer) => answer.IsDone ? answer : throw new InvalidOperationException($"expected an answer, found {answer}");
}

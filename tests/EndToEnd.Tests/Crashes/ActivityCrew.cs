using System.Collections.Concurrent;
using System.Globalization;
using TaskOrchestration.Cli.Client;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>Workers of an activity, and somebody who gives them work, until the server is gone. A worker that has a task answers it, if need be to the next server.</summary>
internal sealed class ActivityCrew(string activity)
{
    private readonly ConcurrentDictionary<string, int> _handed = [];
    private readonly ConcurrentQueue<string> _unanswered = [];
    private int _names;

    /// <summary>The executions whose start was answered with 200.</summary>
    public ConcurrentQueue<string> Started { get; } = [];

    /// <summary>How many tasks were handed out more than once.</summary>
    public int HandedTwice => _handed.Values.Count(times => times > 1);

    /// <summary>Works until the server is gone.</summary>
    /// <param name="client">Speaks to it.</param>
    /// <param name="workers">How many there are.</param>
    /// <param name="machine">What is started all the time, or null for nothing.</param>
    public Task WorkAsync(StepFunctionsClient client, int workers, string? machine) => Task.WhenAll(
    [
        .. Enumerable.Range(0, workers).Select(_ => UntilGoneAsync(() => WorkOnceAsync(client))),
        .. machine is null ? [] : new[] { UntilGoneAsync(() => StartOnceAsync(client, machine)) },
    ]);

    private static async Task UntilGoneAsync(Func<Task> act)
    {
        while (true)
        {
            try
            {
                await act();
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException || (e as StepFunctionsException)?.Error is "ServiceUnavailable")
            {
                return;
            }
        }
    }

    private async Task WorkOnceAsync(StepFunctionsClient client)
    {
        if (!_unanswered.TryDequeue(out var token))
        {
            var task = await client.CallAsync("GetActivityTask", JsonObject.Of(("activityArn", Json.Of(activity))));
            token = (task["taskToken"] as JsonString)?.Value;
            if (token is not null)
            {
                _handed.AddOrUpdate(token, 1, (_, times) => times + 1);
            }
        }

        if (token is not null)
        {
            await AnswerAsync(client, token);
        }
    }

    private async Task AnswerAsync(StepFunctionsClient client, string token)
    {
        try
        {
            await client.CallAsync("SendTaskSuccess", JsonObject.Of(("taskToken", Json.Of(token)), ("output", Json.Of("{}"))));
        }
        catch (StepFunctionsException e) when (e.Error == "TaskTimedOut")
        {
            // It was answered before: by a request whose answer was lost, or by another worker who had it too.
            return;
        }
        catch
        {
            _unanswered.Enqueue(token);
            throw;
        }
    }

    private async Task StartOnceAsync(StepFunctionsClient client, string machine)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"work-{Interlocked.Increment(ref _names)}");
        Started.Enqueue(await client.StartExecutionAsync(machine, name, "{}"));
    }
}

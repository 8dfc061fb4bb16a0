using System.Diagnostics;
using System.Text;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.MapRuns.Reading;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Http;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Testing;

/// <summary>Runs states by themselves: tasks are really done and waits really take their time, up to five minutes.</summary>
public sealed class StateTrials(ITaskRouter router, TimeProvider time)
{
    /// <summary>How long a state may take; one that takes longer fails with <c>States.Timeout</c>.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const string Bucket = "bucket";
    private const string Key = "key";

    /// <summary>Runs one.</summary>
    /// <param name="machine">The machine with the state.</param>
    /// <param name="stateName">The state.</param>
    /// <param name="start">The circumstances.</param>
    /// <param name="exchanged">Is told what an HTTP task sends, and again with what came back; the last word counts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StateTrialResult> RunAsync(
        StateMachine machine, string stateName, StateTrialStart start, Action<HttpExchange>? exchanged = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        var trial = new StateTrial(machine, stateName, start);
        var end = Now() + Longest;
        var need = trial.Begin(Now());
        while (need is not TrialNeed.Nothing)
        {
            var met = need switch
            {
                TrialNeed.Work work => await DoAsync(trial, work.Request, start.Execution, exchanged, end, cancellationToken),
                TrialNeed.Items items => await ReadAsync(trial, items.Source, start.ReaderText!, cancellationToken),
                TrialNeed.Pause pause => await WaitAsync(trial, pause.Due, end, cancellationToken),
                _ => throw new UnreachableException($"no way to meet {need.GetType().Name}"),
            };
            if (met is null)
            {
                return trial.GiveUp(Now());
            }

            need = met;
        }

        return ((TrialNeed.Nothing)need).Result;
    }

    private async Task<TrialNeed?> DoAsync(
        StateTrial trial, TaskRequest request, ExecutionStart execution, Action<HttpExchange>? exchanged, DateTimeOffset end, CancellationToken cancellationToken)
    {
        using var nobodyWaits = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = new TaskCall
        {
            Request = request,
            Execution = execution,
            HeartbeatAsync = () => ValueTask.CompletedTask,
            IsGivenUp = () => nobodyWaits.IsCancellationRequested,
            Exchanged = exchanged,
        };
        var done = TaskInvocations.EndAsync(TaskInvocations.Begin(router, call, nobodyWaits.Token));
        var isShorter = request.Deadline < end;
        try
        {
            var outcome = await done.WaitAsync(Until(isShorter ? request.Deadline!.Value : end), time, cancellationToken);
            return outcome is TaskOutcome.Failed failed ? trial.Fail(failed.Failure, Now()) : trial.Succeed(OutputOf(outcome), Now());
        }
        catch (TimeoutException)
        {
            await nobodyWaits.CancelAsync();
            return isShorter ? trial.TimeOut(Now()) : null;
        }
    }

    /// <summary>Reads the text as the file that the ItemReader names; what it would read out of a listing is a list of items in JSON.</summary>
    private async Task<TrialNeed> ReadAsync(StateTrial trial, ItemSource.Read source, string text, CancellationToken cancellationToken)
    {
        var blobs = new InMemoryBlobStore(time);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await blobs.WriteAsync($"{Bucket}/{Key}", content, new BlobDraft("text/plain", nameof(StateTrials)), cancellationToken);
        var file = source with
        {
            Resource = "arn:aws:states:::s3:getObject",
            Arguments = JsonObject.Of(("Bucket", Json.Of(Bucket)), ("Key", Json.Of(Key))),
            Config = source.Config.InputType is null ? source.Config with { InputType = ReaderInputType.Json } : source.Config,
        };
        try
        {
            var items = new List<MapItem>();
            await foreach (var item in new ItemReaders(blobs).ReadAsync(file, cancellationToken))
            {
                items.Add(item);
            }

            return trial.Read(items, Now());
        }
        catch (ItemReaderException e)
        {
            return trial.Fail(MapRunFailure.OfReader(e.Message), Now());
        }
    }

    private async Task<TrialNeed?> WaitAsync(StateTrial trial, DateTimeOffset due, DateTimeOffset end, CancellationToken cancellationToken)
    {
        await Task.Delay(Until(due < end ? due : end), time, cancellationToken);
        return due < end ? trial.GoOn(Now()) : null;
    }

    private TimeSpan Until(DateTimeOffset moment)
    {
        var left = moment - Now();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static Json OutputOf(TaskOutcome outcome) =>
        outcome is TaskOutcome.Submitted submitted ? submitted.Output : ((TaskOutcome.Succeeded)outcome).Output;

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}

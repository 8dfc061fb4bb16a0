using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>How a DISTRIBUTED Map runs: it asks for a Map Run and waits for it as for a task.</summary>
internal static class MapRunStep
{
    /// <summary>Asks for a new Map Run.</summary>
    public static void Begin(
        Execution execution, Strand strand, Distribution distribution, Json input, Json items, long? maxConcurrency, MapRunTolerance tolerance)
    {
        if (!DistributionValues.TryFind(execution, strand, distribution, input, items, out var values, out var failure))
        {
            Failing.Explained(execution, strand, failure);
            return;
        }

        strand.Begun++;
        var request = new MapRunRequest
        {
            MapRunArn = NewArn(execution, strand, distribution),
            StateName = strand.State.Name,
            ExecutionType = distribution.ExecutionType,
            MaxConcurrency = maxConcurrency > 0 ? maxConcurrency : null,
            Tolerance = tolerance,
            Source = values.Source,
            Batching = values.Batching,
            Writing = values.Writing,
            Input = input,
            Context = (JsonObject)execution.Scope.At(strand, input).Context,
            Variables = execution.Scope.At(strand, input).Variables(),
        };
        execution.Record(strand, HistoryEventType.MapRunStarted, execution.IsRecording ? new HistoryDetails.MapRunStarted(request.MapRunArn) : null);
        if (values.Mistake is { } mistake)
        {
            Fail(execution, strand, mistake);
        }
        else
        {
            Ask(execution, strand, request);
        }
    }

    /// <summary>Has a Map Run that did not succeed go on.</summary>
    public static void GoOn(Execution execution, Strand strand, MapRunRequest unfinished)
    {
        var request = unfinished with { RedriveCount = unfinished.RedriveCount + 1 };
        strand.UnfinishedMapRun = null;
        execution.Record(
            strand,
            HistoryEventType.MapRunRedriven,
            execution.IsRecording ? new HistoryDetails.MapRunRedriven(request.MapRunArn, request.RedriveCount) : null);
        Ask(execution, strand, request);
    }

    /// <summary>The Map Run has yielded the Map's result.</summary>
    public static void Succeeded(Execution execution, Strand strand, Json output)
    {
        var work = (Work.Task)strand.Work!;
        execution.StopWaiting(strand, isDone: true);
        strand.UnfinishedMapRun = work.Request.Input;
        execution.Record(strand, HistoryEventType.MapRunSucceeded, details: null);

        // A dead end of the history: the exit event follows from the beginning of the Map Run.
        execution.Record(HistoryEventType.MapStateSucceeded, strand.LastEvent, details: null);
        strand.LastEvent = work.MapRunEvent;
        Leaving.WithResult(execution, strand, (WorkState)strand.State, output);
    }

    /// <summary>The Map Run has failed.</summary>
    public static void Failed(Execution execution, Strand strand, Failure failure)
    {
        var work = (Work.Task)strand.Work!;
        execution.StopWaiting(strand, isDone: true);
        strand.UnfinishedMapRun = work.Request.Input;
        Fail(execution, strand, failure);
    }

    private static void Fail(Execution execution, Strand strand, Failure failure)
    {
        execution.Record(strand, HistoryEventType.MapRunFailed, execution.Details(failure));
        Failing.Decide(execution, strand, failure);
    }

    private static void Ask(Execution execution, Strand strand, MapRunRequest request) => execution.Await(
        strand,
        new Work.Task(new TaskRequest
        {
            Execution = execution.Start,
            Task = execution.NextNumber(),
            Visit = strand.Visit,
            StateName = strand.State.Name,
            Resource = new TaskResource.MapRun(),
            Input = request.ToJson(),
            RetryCount = strand.RetryCount,
        })
        {
            MapRunEvent = strand.LastEvent,
        });

    private static string NewArn(Execution execution, Strand strand, Distribution distribution)
    {
        string[] machine = [.. execution.Start.StateMachineArn.Split(':').Concat(["", "", "", "", ""]).Take(5)];
        return new MapRunArn(
            $"arn:{machine[1]}:states:{machine[3]}:{machine[4]}",
            execution.Start.StateMachineName,
            distribution.Label ?? MadeUpLabel(execution.Start.StateMachineArn, strand.State.Name),
            (execution.Start.Rules < VisitNames.Since ? execution.Entropy.NextGuid() : VisitNames.MapRun(execution.Start, strand)).ToString()).ToString();
    }

    /// <summary>The same for every run of the Map, like a label of the author's.</summary>
    private static string MadeUpLabel(string machineArn, string stateName) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{machineArn} {stateName}")).AsSpan(0, 16), bigEndian: true).ToString();
}

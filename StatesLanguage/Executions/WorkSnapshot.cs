using System.Diagnostics;
using System.Globalization;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>What a strand waits for, as JSON and back.</summary>
internal static class WorkSnapshot
{
    public static JsonObject Write(Work work) => work switch
    {
        Work.Task task => WriteTask(task),
        Work.Pause pause => JsonObject.Of(
            ("kind", Json.Of("pause")),
            ("timer", Json.Of(pause.Timer)),
            ("due", SnapshotJson.Moment(pause.Due)),
            ("isRetry", Json.Of(pause.IsRetry))),
        Work.Children children => WriteChildren(children),
        _ => throw new UnreachableException($"no snapshot of {work.GetType().Name}"),
    };

    public static Work Read(ExecutionStart start, Strand strand, JsonObject snapshot) => SnapshotJson.Text(snapshot["kind"]) switch
    {
        "task" => ReadTask(start, strand, snapshot),
        "pause" => new Work.Pause(
            SnapshotJson.Whole(snapshot["timer"]),
            SnapshotJson.Moment(snapshot["due"]!),
            ReferenceEquals(snapshot["isRetry"], Json.True)),
        "children" => ReadChildren(start, strand, snapshot),
        var kind => throw new FormatException($"expected a snapshot of a task, a pause or children, found '{kind}'"),
    };

    private static JsonObject WriteTask(Work.Task task) => new JsonObjectBuilder()
        .Set("kind", Json.Of("task"))
        .Set("task", Json.Of(task.Request.Task))
        .Set("input", task.Request.Input)
        .Set("retryCount", Json.Of(task.Request.RetryCount))
        .SetIfPresent("invocation", SnapshotJson.Optional(task.Request.Invocation == 0 ? null : task.Request.Invocation))
        .SetIfPresent("deadline", task.Request.Deadline is { } deadline ? SnapshotJson.Moment(deadline) : null)
        .SetIfPresent("timeoutSeconds", SnapshotJson.Optional(task.TimeoutSeconds))
        .SetIfPresent("heartbeatSeconds", SnapshotJson.Optional(task.HeartbeatSeconds))
        .Set("timeoutTimer", Json.Of(task.TimeoutTimer))
        .Set("heartbeatTimer", Json.Of(task.HeartbeatTimer))
        .Set("heartbeatDue", SnapshotJson.Moment(task.HeartbeatDue))
        .Set("isSubmitted", Json.Of(task.IsSubmitted))
        .SetIfPresent("isStarted", task.IsStarted ? Json.True : null)
        .SetIfPresent("isHeardOf", task.IsHeardOf ? Json.True : null)
        .SetIfPresent("mapRunEvent", task.MapRunEvent == 0 ? null : Json.Of(task.MapRunEvent))
        .Build();

    private static Work.Task ReadTask(ExecutionStart start, Strand strand, JsonObject snapshot) => new(new TaskRequest
    {
        Execution = start,
        Task = SnapshotJson.Whole(snapshot["task"]),
        Visit = strand.Visit,
        StateName = strand.State.Name,
        Resource = strand.State is TaskState state ? TaskResource.Parse(state.Resource) : new TaskResource.MapRun(),
        Input = snapshot["input"]!,
        RetryCount = (int)SnapshotJson.Whole(snapshot["retryCount"]),
        Invocation = (int)SnapshotJson.Whole(snapshot["invocation"]),
        Deadline = snapshot["deadline"] is { } deadline ? SnapshotJson.Moment(deadline) : null,
    })
    {
        TimeoutSeconds = SnapshotJson.OptionalWhole(snapshot["timeoutSeconds"]),
        HeartbeatSeconds = SnapshotJson.OptionalWhole(snapshot["heartbeatSeconds"]),
        TimeoutTimer = SnapshotJson.Whole(snapshot["timeoutTimer"]),
        HeartbeatTimer = SnapshotJson.Whole(snapshot["heartbeatTimer"]),
        HeartbeatDue = SnapshotJson.Moment(snapshot["heartbeatDue"]!),
        MapRunEvent = SnapshotJson.Whole(snapshot["mapRunEvent"]),
        IsSubmitted = ReferenceEquals(snapshot["isSubmitted"], Json.True),
        IsStarted = ReferenceEquals(snapshot["isStarted"], Json.True),
        IsHeardOf = ReferenceEquals(snapshot["isHeardOf"], Json.True),
    };

    private static JsonObject WriteChildren(Work.Children children)
    {
        var outputs = new JsonObjectBuilder();
        for (var i = 0; i < children.Count; i++)
        {
            outputs.SetIfPresent(i.ToString(CultureInfo.InvariantCulture), children.Outputs[i]);
        }

        return new JsonObjectBuilder()
            .Set("kind", Json.Of("children"))
            .Set("count", Json.Of(children.Count))
            .Set("maxConcurrency", Json.Of(children.MaxConcurrency))
            .SetIfPresent("items", children.Items)
            .Set("effectiveInput", children.EffectiveInput)
            .Set("toleratedFailures", Json.Of(children.ToleratedFailures))
            .Set("hasThreshold", Json.Of(children.HasThreshold))
            .Set("startEvent", Json.Of(children.StartEvent))
            .Set("freedEvent", Json.Of(children.FreedEvent))
            .Set("next", Json.Of(children.Next))
            .Set("ended", Json.Of(children.Ended))
            .Set("failed", Json.Of(children.Failed))
            .Set("outputs", outputs.Build())
            .Set("running", WriteAll(children.InOrder()))
            .SetIfPresent("unsuccessful", children.Unsuccessful is { Count: > 0 } unsuccessful ? WriteAll(unsuccessful.Values) : null)
            .SetIfPresent("again", children.Again is { Count: > 0 } again ? WriteAll(again.Values) : null)
            .Build();
    }

    private static JsonObject WriteAll(IEnumerable<Strand> children) => JsonObject.Of(
        children.Select(child => KeyValuePair.Create<string, Json>(child.Index.ToString(CultureInfo.InvariantCulture), StrandSnapshot.Write(child))));

    private static Work.Children ReadChildren(ExecutionStart start, Strand owner, JsonObject snapshot)
    {
        var items = snapshot["items"] as JsonArray;
        var children = new Work.Children((int)SnapshotJson.Whole(snapshot["count"]), (int)SnapshotJson.Whole(snapshot["maxConcurrency"]))
        {
            Items = items,
            EffectiveInput = snapshot["effectiveInput"]!,
            ToleratedFailures = (int)SnapshotJson.Whole(snapshot["toleratedFailures"]),
            HasThreshold = ReferenceEquals(snapshot["hasThreshold"], Json.True),
            StartEvent = SnapshotJson.Whole(snapshot["startEvent"]),
            FreedEvent = SnapshotJson.Whole(snapshot["freedEvent"]),
            Next = (int)SnapshotJson.Whole(snapshot["next"]),
            Ended = (int)SnapshotJson.Whole(snapshot["ended"]),
            Failed = (int)SnapshotJson.Whole(snapshot["failed"]),
        };
        foreach (var (index, output) in (JsonObject)snapshot["outputs"]!)
        {
            children.Keep(Number(index), output);
        }

        foreach (var child in ReadAll(start, owner, items, snapshot["running"]))
        {
            children.Running.Add(child.Index, child);
        }

        foreach (var child in ReadAll(start, owner, items, snapshot["unsuccessful"]))
        {
            child.Work = Work.Abandoned;
            children.KeepUnsuccessful(child);
        }

        foreach (var child in ReadAll(start, owner, items, snapshot["again"]))
        {
            child.Work = Work.Abandoned;
            children.KeepAgain(child);
        }

        return children;
    }

    private static IEnumerable<Strand> ReadAll(ExecutionStart start, Strand owner, JsonArray? items, Json? snapshot)
    {
        foreach (var (text, child) in snapshot as JsonObject ?? JsonObject.Empty)
        {
            var index = Number(text);
            yield return StrandSnapshot.Read(start, ChildrenStep.Graph(owner, index), owner, index, items?[index], (JsonObject)child);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <content>The execution as a value: written, read back, and going on as if nothing had happened.</content>
public sealed partial class Execution
{
    /// <summary>The whole state as JSON. An execution restored from it answers all later facts as this one would.</summary>
    public JsonObject Snapshot()
    {
        var snapshot = new JsonObjectBuilder()
            .Set("started", FactCodec.ToJson(new Fact.Started(StartedAt, Start)))
            .Set("status", Json.Of(Status.ToString()))
            .SetIfPresent("output", Output)
            .SetIfPresent("failure", Failure?.ToJson())
            .SetIfPresent("stoppedAt", StoppedAt is { } end ? SnapshotJson.Moment(end) : null)
            .Set("events", Json.Of(EventCount))
            .Set("transitions", Json.Of(Transitions))
            .Set("numbers", Json.Of(lastNumber))
            .Set("entropy", Json.Of(Entropy.State))
            .Set("lifetimeTimer", Json.Of(lifetimeTimer))
            .Set("lifetimeEnds", SnapshotJson.Moment(lifetimeEnds))
            .Set("waitsForTurn", Json.Of(isWaitingForTurn));
        if (invocations.Count > 0)
        {
            snapshot.Set("invocations", JsonObject.Of(invocations.Select(counted => KeyValuePair.Create<string, Json>(counted.Key, Json.Of(counted.Value)))));
        }

        if (RedrivenAt is { } redrivenAt)
        {
            snapshot
                .Set("redriveCount", Json.Of(RedriveCount))
                .Set("redrivenAt", SnapshotJson.Moment(redrivenAt))
                .Set("redriveEvent", Json.Of(redriveEvent))
                .Set("redriveTokens", JsonArray.Of(redriveTokens.Select(known => JsonObject.Of(("token", Json.Of(known.Token)), ("at", SnapshotJson.Moment(known.At))))));
        }

        if (Status != ExecutionStatus.Succeeded && root.State is not null)
        {
            snapshot.Set("root", StrandSnapshot.Write(root)).Set("ready", JsonArray.Of(ready.Reverse().Where(IsAlive).Select(PathTo)));
        }

        return snapshot.Build();
    }

    /// <summary>The execution that a snapshot was taken of.</summary>
    /// <param name="machine">The machine it ran, the very same definition.</param>
    /// <param name="snapshot">What <see cref="Snapshot"/> answered.</param>
    public static Execution Restore(StateMachine machine, JsonObject snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var started = (Fact.Started)FactCodec.FromJson(snapshot["started"]!);
        var failure = snapshot["failure"] as JsonObject;
        var execution = new Execution(machine)
        {
            Start = started.Start,
            StartedAt = started.At,
            Now = started.At,
            Status = Enum.Parse<ExecutionStatus>(SnapshotJson.Text(snapshot["status"])!),
            Output = snapshot["output"],
            Failure = failure is null ? null : new Failure(SnapshotJson.Text(failure["Error"]), SnapshotJson.Text(failure["Cause"])),
            StoppedAt = snapshot["stoppedAt"] is { } end ? SnapshotJson.Moment(end) : null,
            EventCount = SnapshotJson.Whole(snapshot["events"]),
            Transitions = SnapshotJson.Whole(snapshot["transitions"]),
            Entropy = new Entropy(SnapshotJson.Text(snapshot["entropy"])!),
            lastNumber = SnapshotJson.Whole(snapshot["numbers"]),
            lifetimeTimer = SnapshotJson.Whole(snapshot["lifetimeTimer"]),
            lifetimeEnds = SnapshotJson.Moment(snapshot["lifetimeEnds"]!),
            isWaitingForTurn = ReferenceEquals(snapshot["waitsForTurn"], Json.True),
            RedriveCount = (int)SnapshotJson.Whole(snapshot["redriveCount"]),
            RedrivenAt = snapshot["redrivenAt"] is { } redriven ? SnapshotJson.Moment(redriven) : null,
            redriveEvent = SnapshotJson.Whole(snapshot["redriveEvent"]),
        };
        foreach (var (state, count) in snapshot["invocations"] as JsonObject ?? JsonObject.Empty)
        {
            execution.invocations[state] = (int)SnapshotJson.Whole(count);
        }

        foreach (var known in snapshot["redriveTokens"] as JsonArray ?? JsonArray.Empty)
        {
            var token = (JsonObject)known;
            execution.redriveTokens.Add((SnapshotJson.Text(token["token"])!, SnapshotJson.Moment(token["at"]!)));
        }

        if (snapshot["root"] is JsonObject rootSnapshot)
        {
            execution.root = StrandSnapshot.Read(started.Start, machine.Graph, owner: null, index: 0, item: null, rootSnapshot);
            execution.Register(execution.root);
            foreach (var path in (JsonArray)snapshot["ready"]!)
            {
                execution.Queue(execution.StrandAt((JsonArray)path));
            }
        }

        return execution;
    }

    private void Register(Strand strand)
    {
        variableBytes += strand.Variables.Utf8Length - JsonObject.Empty.Utf8Length;
        switch (strand.Work)
        {
            case Work.Task task:
                tasks.Add(task.Request.Task, strand);
                RegisterTimer(task.TimeoutTimer, strand);
                RegisterTimer(task.HeartbeatTimer, strand);
                break;
            case Work.Pause pause:
                RegisterTimer(pause.Timer, strand);
                break;
            case Work.Children children:
                foreach (var child in children.Running.Values)
                {
                    Register(child);
                }

                break;
        }
    }

    private void RegisterTimer(long timer, Strand strand)
    {
        if (timer != 0)
        {
            timers.Add(timer, strand);
        }
    }

    /// <summary>A strand that was cut short may still be on the list; nobody will look at it, and no path leads there any more.</summary>
    private static bool IsAlive(Strand strand) => strand.Work != Work.Abandoned;

    /// <summary>The way from the root to a strand, as child indexes.</summary>
    private static JsonArray PathTo(Strand strand)
    {
        var path = new List<Json>();
        for (var at = strand; at.Owner is not null; at = at.Owner)
        {
            path.Insert(0, Json.Of(at.Index));
        }

        return JsonArray.Of(path);
    }

    private Strand StrandAt(JsonArray path)
    {
        var strand = root;
        foreach (var index in path)
        {
            strand = ((Work.Children)strand.Work!).Running[(int)SnapshotJson.Whole(index)];
        }

        return strand;
    }
}

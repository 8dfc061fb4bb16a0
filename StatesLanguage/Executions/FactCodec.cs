using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Facts as JSON and back: what a journal holds. Short member names, because a journal has many of them; a shape once written is read for ever.</summary>
/// <remarks><c>{"f":"TaskSucceeded","at":1769848200250,"task":3,"output":{…}}</c>; <c>at</c> is milliseconds since 1970.</remarks>
public static class FactCodec
{
    /// <summary>The JSON of a fact.</summary>
    public static JsonObject ToJson(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var builder = new JsonObjectBuilder().Set("f", Json.Of(NameOf(fact))).Set("at", SnapshotJson.Moment(fact.At));
        switch (fact)
        {
            case Fact.Started started:
                ExecutionStartCodec.Write(started.Start, builder);
                break;
            case Fact.TaskStarted started:
                builder.Set("task", Json.Of(started.Task)).SetIfPresent("worker", started.Worker);
                break;
            case Fact.TaskSubmitted submitted:
                builder.Set("task", Json.Of(submitted.Task)).Set("output", submitted.Output);
                break;
            case Fact.TaskHeartbeat heartbeat:
                builder.Set("task", Json.Of(heartbeat.Task));
                break;
            case Fact.TaskSucceeded succeeded:
                builder.Set("task", Json.Of(succeeded.Task)).Set("output", succeeded.Output);
                break;
            case Fact.TaskFailed failed:
                WriteFailure(failed.Failure, builder.Set("task", Json.Of(failed.Task)));
                break;
            case Fact.TimerFired fired:
                builder.Set("timer", Json.Of(fired.Timer));
                break;
            case Fact.Stopped stopped:
                WriteFailure(stopped.Failure, builder);
                break;
            case Fact.Redriven redriven:
                builder.SetIfPresent("token", redriven.ClientToken);
                break;
        }

        return builder.Build();
    }

    /// <summary>The fact that some JSON stands for.</summary>
    /// <exception cref="FormatException">It stands for none.</exception>
    public static Fact FromJson(Json json)
    {
        if (json is not JsonObject fact || SnapshotJson.Text(fact["f"]) is not { } name || fact["at"] is not JsonNumber at)
        {
            throw new FormatException($"expected a fact, an object with \"f\" and \"at\", found {json}");
        }

        var moment = SnapshotJson.Moment(at);
        var task = SnapshotJson.Whole(fact["task"]);
        return name switch
        {
            nameof(Fact.Started) => new Fact.Started(moment, ExecutionStartCodec.Read(fact)),
            nameof(Fact.TaskStarted) => new Fact.TaskStarted(moment, task, SnapshotJson.Text(fact["worker"])),
            nameof(Fact.TaskSubmitted) => new Fact.TaskSubmitted(moment, task, Member(fact, "output")),
            nameof(Fact.TaskHeartbeat) => new Fact.TaskHeartbeat(moment, task),
            nameof(Fact.TaskSucceeded) => new Fact.TaskSucceeded(moment, task, Member(fact, "output")),
            nameof(Fact.TaskFailed) => new Fact.TaskFailed(moment, task, ReadFailure(fact)),
            nameof(Fact.TimerFired) => new Fact.TimerFired(moment, SnapshotJson.Whole(fact["timer"])),
            nameof(Fact.Continued) => new Fact.Continued(moment),
            nameof(Fact.Stopped) => new Fact.Stopped(moment, ReadFailure(fact)),
            nameof(Fact.Redriven) => new Fact.Redriven(moment, SnapshotJson.Text(fact["token"])),
            _ => throw new FormatException($"expected the name of a fact, found \"{name}\""),
        };
    }

    private static string NameOf(Fact fact) => fact switch
    {
        Fact.Started => nameof(Fact.Started),
        Fact.TaskStarted => nameof(Fact.TaskStarted),
        Fact.TaskSubmitted => nameof(Fact.TaskSubmitted),
        Fact.TaskHeartbeat => nameof(Fact.TaskHeartbeat),
        Fact.TaskSucceeded => nameof(Fact.TaskSucceeded),
        Fact.TaskFailed => nameof(Fact.TaskFailed),
        Fact.TimerFired => nameof(Fact.TimerFired),
        Fact.Continued => nameof(Fact.Continued),
        Fact.Stopped => nameof(Fact.Stopped),
        Fact.Redriven => nameof(Fact.Redriven),
        _ => throw new UnreachableException($"no name for {fact.GetType().Name}"),
    };

    private static void WriteFailure(Failure failure, JsonObjectBuilder builder) =>
        builder.SetIfPresent("error", failure.Error).SetIfPresent("cause", failure.Cause);

    private static Failure ReadFailure(JsonObject fact) => new(SnapshotJson.Text(fact["error"]), SnapshotJson.Text(fact["cause"]));

    private static Json Member(JsonObject fact, string name) =>
        fact[name] ?? throw new FormatException($"expected a fact with \"{name}\", found {fact}");
}

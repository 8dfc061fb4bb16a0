using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>A server that tells a receiver and a queue what becomes of executions.</summary>
public class SubscribedConsole : ServedConsole
{
    /// <summary>The receiver of the subscription <c>billing</c>.</summary>
    public EventReceiver Receiver { get; } = new();

    /// <summary>The state machines whose executions anybody is told of.</summary>
    protected virtual string StateMachines => "*";

    /// <summary>A name that no execution has.</summary>
    protected virtual string Nobody => "nobody";

    /// <inheritdoc/>
    protected override JsonObject Settings => JsonObject.Of(("StatusEvents", JsonObject.Of(("Subscriptions", JsonObject.Of(
        ("archive", JsonObject.Of(
            ("Queue", Json.Of("executions.fifo")), ("StateMachines", JsonArray.Of(Json.Of(StateMachines))), ("Pattern", Json.Of($$$"""{"detail":{"name":[{"anything-but":{{{Json.Of(Nobody)}}}}]}}""")))),
        ("billing", JsonObject.Of(
            ("Url", Json.Of(Receiver.Address.AbsoluteUri)), ("Secret", Json.Of("a long random text")), ("StateMachines", JsonArray.Of(Json.Of(StateMachines))),
            ("Statuses", JsonArray.Of(Json.Of("SUCCEEDED"), Json.Of("FAILED"))))))))));

    /// <inheritdoc/>
    protected override void Dispose(bool isDisposing)
    {
        base.Dispose(isDisposing);
        if (isDisposing)
        {
            Receiver.Dispose();
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Takes decisions about orders that wait for one, and brings them to their workflows.</summary>
/// <remarks>
/// A decision is on record before it is brought, so the first of two that contradict each other counts, and one that a crash kept from being brought is
/// brought by the reconciler: a task that runs and still has its token has a decision to bring.
/// </remarks>
internal sealed class TaskDecisions(ITaskStore tasks, TaskExecutions executions, TimeProvider time)
{
    public const string Approved = "approved";

    public const string Rejected = "rejected";

    /// <summary>Takes a decision. The same decision again changes nothing.</summary>
    /// <exception cref="TaskRefusedException"><see cref="TaskRefusal.WrongStatus"/>: nobody waits for a decision, or it was the other one.</exception>
    public async ValueTask<TrackedTask> DecideAsync(TrackedTask task, string decision, string? note, string by, CancellationToken cancellationToken)
    {
        var decided = await tasks.ChangeAsync(
            task.TaskId,
            current => current is { Status: TrackedStatus.Waiting, DecisionToken: { } token }
                ? current.MovedTo(TrackedStatus.Running, time.GetUtcNow(), by, Line(token, decision), Note(decision, note))
                : WasDecided(current, decision) ? current : throw Wrong(current, decision),
            cancellationToken);
        return await DeliverAsync(decided, cancellationToken);
    }

    /// <summary>Brings a decision that has been taken and not yet been brought.</summary>
    public async ValueTask<TrackedTask> DeliverAsync(TrackedTask task, CancellationToken cancellationToken)
    {
        if (task is not { Status: TrackedStatus.Running, DecisionToken: { } token } || DecisionOf(task, token) is not { } decided)
        {
            return task;
        }

        var decision = decided.Token == Line(token, Approved) ? Approved : Rejected;
        await executions.SendAsync(token, Output(decision, decided), cancellationToken);
        return await tasks.ChangeAsync(
            task.TaskId, current => current.DecisionToken == token ? current with { DecisionToken = null, UpdatedAt = time.GetUtcNow() } : current, cancellationToken);
    }

    /// <summary>The line by which a decision was taken for a token, if one was.</summary>
    public static TaskChange? DecisionOf(TrackedTask task, string token) =>
        task.History.FirstOrDefault(change => change.Token == Line(token, Approved) || change.Token == Line(token, Rejected));

    /// <summary>Names a task token without giving it away.</summary>
    public static string Key(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 8));

    private static bool WasDecided(TrackedTask task, string decision) =>
        task.PresentRunWithEnd().FirstOrDefault(change => IsLine(change, Approved) || IsLine(change, Rejected)) is { } last && IsLine(last, decision);

    private static bool IsLine(TaskChange change, string decision) =>
        change.Token.StartsWith("decision/", StringComparison.Ordinal) && change.Token.EndsWith($"/{decision}", StringComparison.Ordinal);

    private static string Line(string token, string decision) => $"decision/{Key(token)}/{decision}";

    private static string Note(string decision, string? note)
    {
        var what = decision == Approved ? "Approved" : "Rejected";
        return string.IsNullOrWhiteSpace(note) ? $"{what}." : $"{what}: {note}";
    }

    private static JsonObject Output(string decision, TaskChange decided) => new JsonObjectBuilder()
        .Set("decision", Json.Of(decision))
        .Set("by", Json.Of(decided.By))
        .SetIfPresent("note", decided.Note)
        .Build();

    private static TaskRefusedException Wrong(TrackedTask task, string decision) => new(
        TaskRefusal.WrongStatus, $"Expected a task that waits for a decision, found task '{task.TaskId}', which is {task.Status}; it cannot be {decision}.");
}

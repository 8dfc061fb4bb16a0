using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Cli.Running;

/// <summary>What someone who watches an execution wants to see of its history: a line for each state and for each thing that went wrong.</summary>
public sealed class ProgressLines(TextWriter output)
{
    private DateTimeOffset? _start;

    /// <summary>Writes the line of this event, if it has one.</summary>
    public void Write(HistoryEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        _start ??= @event.Timestamp;
        if (Describe(@event) is { } line)
        {
            output.WriteLine($"{(@event.Timestamp - _start.Value).TotalSeconds,9:0.000}s  {line}");
        }
    }

    private static string? Describe(HistoryEvent @event) => @event.Details switch
    {
        HistoryDetails.StateEntered entered => $"{Kind(@event.Type),-9} {entered.Name}",
        HistoryDetails.Failed failed => $"{"!",-9} {Failure(@event.Type, failed.Error, failed.Cause)}",
        HistoryDetails.TaskFailed failed => $"{"!",-9} {Failure(@event.Type, failed.Error, failed.Cause)}",
        _ => null,
    };

    private static string Kind(HistoryEventType type) => type.ToString().Replace("StateEntered", "", StringComparison.Ordinal);

    private static string Failure(HistoryEventType type, string? error, string? cause) =>
        cause is null ? $"{type}: {error}" : $"{type}: {error}: {cause}";
}

using TaskOrchestration.StatesLanguage.History;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>About how much memory events take.</summary>
internal static class EventSize
{
    /// <summary>What an event takes beside its data.</summary>
    private const long Bare = 250;

    /// <summary>The bytes of an event.</summary>
    public static long Of(HistoryEvent happened) => Bare + happened.Details switch
    {
        HistoryDetails.ExecutionStarted d => d.Input.Utf8Length,
        HistoryDetails.Result d => d.Output.Utf8Length,
        HistoryDetails.StateEntered d => d.Input.Utf8Length,
        HistoryDetails.StateExited d => d.Output.Utf8Length + (d.AssignedVariables?.Utf8Length ?? 0),
        HistoryDetails.LambdaFunctionScheduled d => d.Input.Utf8Length,
        HistoryDetails.ActivityScheduled d => d.Input.Utf8Length,
        HistoryDetails.TaskScheduled d => d.Parameters.Utf8Length,
        HistoryDetails.TaskOutput d => d.Output.Utf8Length,
        _ => 0,
    };
}

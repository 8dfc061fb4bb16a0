using System.Diagnostics;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.History;

/// <summary>Which event types tell of a state's coming and going.</summary>
internal static class EventTypeOf
{
    public static HistoryEventType Entering(State state) => state switch
    {
        PassState => HistoryEventType.PassStateEntered,
        TaskState => HistoryEventType.TaskStateEntered,
        ChoiceState => HistoryEventType.ChoiceStateEntered,
        WaitState => HistoryEventType.WaitStateEntered,
        SucceedState => HistoryEventType.SucceedStateEntered,
        FailState => HistoryEventType.FailStateEntered,
        ParallelState => HistoryEventType.ParallelStateEntered,
        MapState => HistoryEventType.MapStateEntered,
        _ => throw new UnreachableException($"no entry event for {state.Type}"),
    };

    public static HistoryEventType Exiting(State state) => state switch
    {
        PassState => HistoryEventType.PassStateExited,
        TaskState => HistoryEventType.TaskStateExited,
        ChoiceState => HistoryEventType.ChoiceStateExited,
        WaitState => HistoryEventType.WaitStateExited,
        SucceedState => HistoryEventType.SucceedStateExited,
        ParallelState => HistoryEventType.ParallelStateExited,
        MapState => HistoryEventType.MapStateExited,
        _ => throw new UnreachableException($"no exit event for {state.Type}"),
    };

    /// <summary>The event of a state that was cut short, or null for states that cannot be.</summary>
    public static HistoryEventType? Aborting(State state) => state switch
    {
        TaskState => HistoryEventType.TaskStateAborted,
        WaitState => HistoryEventType.WaitStateAborted,
        ParallelState => HistoryEventType.ParallelStateAborted,
        MapState => HistoryEventType.MapStateAborted,
        _ => null,
    };
}

using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Whether a list of error names takes a failure.</summary>
internal static class ErrorMatch
{
    public static bool Any(ValueList<string> names, Failure failure)
    {
        foreach (var name in names)
        {
            if (Matches(name, failure))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string name, Failure failure) => name switch
    {
        Failure.All => failure.Error != Failure.Runtime,
        Failure.TaskFailed => failure.Error is not (Failure.Timeout or Failure.Runtime),
        Failure.HeartbeatTimeout => failure.Error == Failure.HeartbeatTimeout || failure.IsMissedHeartbeat,
        _ => name == failure.Error,
    };
}

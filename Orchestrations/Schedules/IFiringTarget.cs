namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>Starts what a firing is to start.</summary>
public interface IFiringTarget
{
    /// <summary>Starts the execution of a firing. The same firing again starts nothing and gives the same answer, even when its execution has ended.</summary>
    /// <exception cref="FiringRefusedException">It can never be started. Any other exception: perhaps another time.</exception>
    ValueTask<LaunchedFiring> LaunchAsync(Firing firing, CancellationToken cancellationToken = default);

    /// <summary>Whether an execution runs. One that is not known any more does not.</summary>
    ValueTask<bool> IsRunningAsync(string executionArn, CancellationToken cancellationToken = default);

    /// <summary>Completes when an execution does not run any more.</summary>
    ValueTask WaitForEndAsync(string executionArn, CancellationToken cancellationToken = default);
}

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>How tasks are handed to workers: the section <c>Activities</c> of the settings; as on AWS, if nothing is said.</summary>
public sealed record ActivityOptions
{
    /// <summary>How long a worker waits for a task.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many workers may wait for tasks of one activity at once.</summary>
    public int WaitingWorkers { get; init; } = 1_000;

    /// <summary>
    /// After what time a task is offered again of which nobody knows whether its worker ever got it, because the host was lost in that very moment. Long enough for the worker to be heard of,
    /// if it did.
    /// </summary>
    public TimeSpan Doubt { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Finds what cannot work.</summary>
    /// <exception cref="InvalidDataException">It says what.</exception>
    public ActivityOptions Checked()
    {
        if (LongestPoll <= TimeSpan.Zero || Doubt <= TimeSpan.Zero)
        {
            throw new InvalidDataException($"The settings are wrong: expected Activities:LongestPoll and Activities:Doubt to be more than no time, found {LongestPoll} and {Doubt}.");
        }

        return WaitingWorkers > 0 ? this : throw new InvalidDataException($"The settings are wrong: expected Activities:WaitingWorkers to be at least 1, found {WaitingWorkers}.");
    }
}

namespace TaskOrchestration.Api.Admission;

/// <summary>How much of the Step Functions API is worked on at once. The section <c>Admission</c> of the settings.</summary>
/// <remarks>Whatever is beyond is not kept waiting: it is answered with <c>ThrottlingException</c>, after which every SDK tries again a little later.</remarks>
public sealed record AdmissionOptions
{
    /// <summary>How many requests may be under way. One in four places is for those that do not start executions: what was begun can be ended however many more want to begin.</summary>
    public int Requests { get; init; } = 256;

    /// <summary>How many requests may wait for an execution or a state to end: StartSyncExecution and TestState.</summary>
    public int Runs { get; init; } = 1_000;

    /// <summary>How many workers may wait for a task: GetActivityTask.</summary>
    public int Pollers { get; init; } = 10_000;

    /// <summary>How many of all these requests may have a body of more than 64 KiB, or one whose length is not said beforehand.</summary>
    public int LargeRequests { get; init; } = 64;

    /// <summary>Finds what cannot work.</summary>
    /// <exception cref="InvalidDataException">It says what.</exception>
    public AdmissionOptions Checked()
    {
        foreach (var (name, value) in new[] { (nameof(Requests), Requests), (nameof(Runs), Runs), (nameof(Pollers), Pollers), (nameof(LargeRequests), LargeRequests) })
        {
            if (value < 1)
            {
                throw new InvalidDataException($"The settings are wrong: expected Admission:{name} to be at least 1, found {value}.");
            }
        }

        return this;
    }
}

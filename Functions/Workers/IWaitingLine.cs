namespace TaskOrchestration.Functions.Workers;

/// <summary>The tasks of activities in the order in which they came. It leads to tasks and decides nothing: whether one is to be had, and who has it, the records of its execution say.</summary>
public interface IWaitingLine
{
    /// <summary>Puts a task behind all others. One that is put there twice is there twice.</summary>
    ValueTask AddAsync(WaitingTask task, CancellationToken cancellationToken = default);

    /// <summary>The first tasks of an activity.</summary>
    /// <param name="activityArn">The activity.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Only those behind that place, or null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<WaitingTask>> FirstAsync(string activityArn, int limit, string? after = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a task out; one that is not there is no error.</summary>
    ValueTask RemoveAsync(WaitingTask task, CancellationToken cancellationToken = default);

    /// <summary>Tasks of any activity that have waited since before a moment.</summary>
    /// <param name="before">The moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<WaitingTask> OlderAsync(DateTimeOffset before, CancellationToken cancellationToken = default);
}

using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Executions;

/// <summary>Takes what others say of tasks by their tokens.</summary>
internal sealed class ExecutionCallbacks(IExecutionRecords records, ExecutionHandover handover, TimeProvider time)
{
    /// <summary>The task has yielded a result.</summary>
    public ValueTask SucceedAsync(string taskToken, Json output, CancellationToken cancellationToken) =>
        AnswerAsync(taskToken, (at, task) => new Fact.TaskSucceeded(at, task, output), cancellationToken);

    /// <summary>The task has failed.</summary>
    public ValueTask FailAsync(string taskToken, string? error, string? cause, CancellationToken cancellationToken) =>
        AnswerAsync(taskToken, (at, task) => new Fact.TaskFailed(at, task, new Failure(error, cause)), cancellationToken);

    /// <summary>The task is alive. Not on record: one that gets lost is made up for by the next.</summary>
    public async ValueTask BeatAsync(string taskToken, CancellationToken cancellationToken)
    {
        var (record, task) = await FindAsync(taskToken, cancellationToken);
        if (!await records.IsOpenAsync(record.Start.ExecutionArn, task, cancellationToken))
        {
            throw TimedOut();
        }

        await handover.TryTellAsync(record, new Fact.TaskHeartbeat(Moment.Whole(time.GetUtcNow()), task), cancellationToken);
    }

    private async ValueTask AnswerAsync(string taskToken, Func<DateTimeOffset, long, Fact> fact, CancellationToken cancellationToken)
    {
        var (record, task) = await FindAsync(taskToken, cancellationToken);
        var answer = fact(Moment.Whole(time.GetUtcNow()), task);
        if (!await records.TryAnswerAsync(record.Start.ExecutionArn, answer, cancellationToken))
        {
            throw TimedOut();
        }

        await handover.TryTellAsync(record, answer, cancellationToken);
    }

    private async ValueTask<(ExecutionRecord Record, long Task)> FindAsync(string taskToken, CancellationToken cancellationToken)
    {
        if (!TaskToken.TryParse(taskToken, out var token))
        {
            throw Invalid();
        }

        var record = await records.FindAsync(token.ExecutionArn, cancellationToken) ?? throw new RefusedException(Refusal.TaskDoesNotExist, "Task does not exist");
        return TaskToken.IsGenuine(taskToken, record.Start) ? (record, token.Task) : throw Invalid();
    }

    private static RefusedException Invalid() => new(Refusal.InvalidToken, "Invalid Token: 'Invalid token'");

    private static RefusedException TimedOut() => new(Refusal.TaskTimedOut, "Task Timed Out: 'Provided task does not exist anymore'");
}

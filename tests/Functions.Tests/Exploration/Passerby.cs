using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Everybody outside who has a hand in an execution and the children of its Map Runs: services that answer or give a sign of life, somebody who stops it, somebody who picks up what was left lying.</summary>
internal sealed class Passerby(ExecutionWorld world, RandomTasks tasks, string executionArn, Random luck)
{
    private readonly HashSet<(string ExecutionArn, long Task)> answered = [];

    /// <summary>The answers that were taken.</summary>
    public List<(string ExecutionArn, Fact Fact)> Answers { get; } = [];

    /// <summary>Does something, or nothing.</summary>
    public async Task PassAsync()
    {
        if (luck.Next(25) == 0)
        {
            await TellAsync(executionArn, new Fact.Stopped(world.Hub.Now, new Failure("Stopped", "by hand")));
        }
        else if (Unanswered() is { Count: > 0 } waiting && luck.Next(3) > 0)
        {
            await VisitAsync(waiting[luck.Next(waiting.Count)]);
        }
    }

    /// <summary>Sees to it that an execution which waits for nothing but what comes from outside gets it.</summary>
    /// <returns>False if there is nothing it could wait for.</returns>
    public async Task<bool> HelpAsync()
    {
        foreach (var handover in await world.Records.RepairAsync(world.Hub.Now + TimeSpan.FromDays(1)))
        {
            if (handover.Answer is { } answer)
            {
                await TellAsync(handover.Record.Start.ExecutionArn, answer);
                return true;
            }
        }

        foreach (var task in Unanswered())
        {
            await AnswerAsync(task, isForgotten: false);
            return true;
        }

        return false;
    }

    private List<(string ExecutionArn, long Task)> Unanswered() => [.. tasks.Submitted.Except(answered).Order()];

    private async Task VisitAsync((string ExecutionArn, long Task) task)
    {
        if (luck.Next(3) == 0)
        {
            if (await world.Records.IsOpenAsync(task.ExecutionArn, task.Task))
            {
                await TellAsync(task.ExecutionArn, new Fact.TaskHeartbeat(world.Hub.Now, task.Task));
            }
        }
        else
        {
            await AnswerAsync(task, isForgotten: luck.Next(4) == 0);
        }
    }

    /// <summary>Answers a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="isForgotten">Whether whoever answers is gone before Durable Functions hears of it.</param>
    private async Task AnswerAsync((string ExecutionArn, long Task) task, bool isForgotten)
    {
        answered.Add(task);
        Fact answer = luck.Next(4) == 0
            ? new Fact.TaskFailed(Moment(), task.Task, new Failure("E1", "by callback"))
            : new Fact.TaskSucceeded(Moment(), task.Task, Json.Of($"by callback {task.Task}"));
        if (await world.Records.TryAnswerAsync(task.ExecutionArn, answer))
        {
            Answers.Add((task.ExecutionArn, answer));
            if (!isForgotten)
            {
                await TellAsync(task.ExecutionArn, answer);
            }
        }
    }

    private async Task TellAsync(string arn, Fact fact)
    {
        try
        {
            await world.SignalAsync(arn, fact);
        }
        catch (InvalidOperationException)
        {
            // It has ended: nobody is there to hear of it.
        }
    }

    private DateTimeOffset Moment() => DateTimeOffset.FromUnixTimeMilliseconds(world.Hub.Now.ToUnixTimeMilliseconds());
}

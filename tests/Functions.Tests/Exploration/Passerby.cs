using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>Everybody outside who has a hand in an execution: services that answer or give a sign of life, somebody who stops it, somebody who picks up what was left lying.</summary>
internal sealed class Passerby(ExecutionWorld world, RandomTasks tasks, string executionArn, Random luck)
{
    private readonly HashSet<long> answered = [];

    /// <summary>The answers that were taken.</summary>
    public List<Fact> Answers { get; } = [];

    /// <summary>Does something, or nothing.</summary>
    public async Task PassAsync()
    {
        if (luck.Next(25) == 0)
        {
            await TellAsync(new Fact.Stopped(world.Hub.Now, new Failure("Stopped", "by hand")));
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
        var handovers = await world.Records.RepairAsync(world.Hub.Now + TimeSpan.FromDays(1), executionArn);
        foreach (var answer in handovers.Select(handover => handover.Answer).OfType<Fact>())
        {
            await TellAsync(answer);
            return true;
        }

        foreach (var task in Unanswered())
        {
            await AnswerAsync(task, isForgotten: false);
            return true;
        }

        return false;
    }

    private List<long> Unanswered() => [.. tasks.Submitted.Except(answered).Order()];

    private async Task VisitAsync(long task)
    {
        if (luck.Next(3) == 0)
        {
            if (await world.Records.IsOpenAsync(executionArn, task))
            {
                await TellAsync(new Fact.TaskHeartbeat(world.Hub.Now, task));
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
    private async Task AnswerAsync(long task, bool isForgotten)
    {
        answered.Add(task);
        Fact answer = luck.Next(4) == 0
            ? new Fact.TaskFailed(Moment(), task, new Failure("E1", "by callback"))
            : new Fact.TaskSucceeded(Moment(), task, Json.Of($"by callback {task}"));
        if (await world.Records.TryAnswerAsync(executionArn, answer))
        {
            Answers.Add(answer);
            if (!isForgotten)
            {
                await TellAsync(answer);
            }
        }
    }

    private async Task TellAsync(Fact fact)
    {
        try
        {
            await world.SignalAsync(executionArn, fact);
        }
        catch (InvalidOperationException)
        {
            // It has ended: nobody is there to hear of it.
        }
    }

    private DateTimeOffset Moment() => DateTimeOffset.FromUnixTimeMilliseconds(world.Hub.Now.ToUnixTimeMilliseconds());
}

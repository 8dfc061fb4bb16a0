namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>A command whose sender waits for an answer, which comes when what it says is durable.</summary>
internal abstract class Request<T> : Command
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;
    private Exception? refusal;

    /// <summary>The answer.</summary>
    public Task<T> Answer => completion.Task;

    public sealed override void Apply(Applier applier)
    {
        try
        {
            answer = Decide(applier);
        }
        catch (Executions.RefusedException e)
        {
            refusal = e;
        }

        applier.AnswerWhenDurable(this);
    }

    public override void Committed()
    {
        if (refusal is null)
        {
            completion.TrySetResult(answer!);
        }
        else
        {
            completion.TrySetException(refusal);
        }
    }

    public override void Abandoned(Exception reason) => completion.TrySetException(reason);

    /// <summary>Does what is asked, in memory, and answers it or throws a <see cref="Executions.RefusedException"/>.</summary>
    protected abstract T Decide(Applier applier);
}

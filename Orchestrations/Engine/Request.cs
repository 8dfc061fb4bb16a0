namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>A command whose sender waits for an answer, which comes when what it says is durable.</summary>
internal abstract class Request<T> : Command, IThreadPoolWorkItem
{
    private readonly TaskCompletionSource<T> completion = new();
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

    public override void Committed(Aftermath aftermath) => aftermath.Add(this);

    public override void Abandoned(Exception reason)
    {
        refusal = reason;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Lets the sender go on, on this thread.</summary>
    void IThreadPoolWorkItem.Execute()
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

    /// <summary>Does what is asked, in memory, and answers it or throws a <see cref="Executions.RefusedException"/>.</summary>
    protected abstract T Decide(Applier applier);
}

namespace TaskOrchestration.Orchestrations.Engine;

/// <summary>Something for the applier to do. Comes from any thread, is carried out in the order of arrival.</summary>
internal abstract class Command
{
    /// <summary>Does it, in memory. On the applier's thread.</summary>
    public abstract void Apply(Applier applier);

    /// <summary>All that was applied before and by this command is durable; asked for by <see cref="Applier.AnswerWhenDurable"/>.</summary>
    public virtual void Committed(Aftermath aftermath)
    {
    }

    /// <summary>The engine has failed or closed; nothing this command did is kept.</summary>
    public virtual void Abandoned(Exception reason)
    {
    }
}

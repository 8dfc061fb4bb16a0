namespace TaskOrchestration.Orchestrations.Engine.MapRuns;

/// <summary>
/// Begin the child of a Map Run, unless it has been begun before, and tell when it has ended, durably, and how; at once, and without the how, if it has
/// been begun before and is not open.
/// </summary>
/// <param name="birth">The child.</param>
/// <param name="mayBeKnown">Whether it may have been begun before.</param>
internal sealed class BeginChildCommand(Birth birth, bool mayBeKnown) : WatchCommand(birth.Start.ExecutionArn)
{
    public override void Apply(Applier applier)
    {
        var start = birth.Start;
        if (applier.Find(start.ExecutionArn) is not null || (mayBeKnown && applier.IsNameTaken(start.StateMachineArn, start.Name)))
        {
            base.Apply(applier);
        }
        else
        {
            applier.Begin(birth, watcher: this);
        }
    }
}

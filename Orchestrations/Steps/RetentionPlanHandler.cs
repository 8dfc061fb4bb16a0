using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>The first step of RetentionSweep: which kinds of things are purged, and what of each is too old. Kinds that are kept for ever are left out.</summary>
internal sealed class RetentionPlanHandler(IEnumerable<IPurge> purges, TimeProvider time) : ITaskHandler
{
    public ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var kinds = from purge in purges
                    where purge.Keeps is not null
                    select JsonObject.Of(("kind", Json.Of(purge.Kind)), ("before", OutputValues.Time(now - purge.Keeps!.Value)), ("purged", Json.Of(0)));
        return ValueTask.FromResult<Json>(JsonObject.Of(("kinds", JsonArray.Of(kinds))));
    }
}

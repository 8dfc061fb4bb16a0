using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Steps;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>Plans a settlement: which entries of the ledger, in which pages.</summary>
public sealed class SettlementPlanning(ISettlementStore settlements, SettlementOptions options) : IStep<SettlementRequest, Settlement>
{
    /// <inheritdoc/>
    /// <exception cref="Failures.InvalidSettlementException">No such time zone, or a day that lies ahead.</exception>
    public async ValueTask<Settlement> ProcessAsync(
        SettlementRequest request, StepContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var id = Identifier.From("settlement", context.IdempotencyToken);
        if (await settlements.FindAsync(id, cancellationToken) is { } planned)
        {
            return planned;
        }

        var (date, timeZone, cutOff) = SettlementRules.Covers(request, options, context.Now);
        return await settlements.PlanAsync(
            new SettlementDraft(id, date, timeZone, cutOff, options.PageSize, context.Now), cancellationToken);
    }
}

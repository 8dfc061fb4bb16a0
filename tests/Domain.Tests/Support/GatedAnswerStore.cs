using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.Tests.Support;

internal sealed class GatedAnswerStore(IAnswerStore inner, IGate gate) : IAnswerStore
{
    public async ValueTask<Answer?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        var found = await inner.FindAsync(token, cancellationToken);
        await gate.PassAsync();
        return found;
    }

    public async ValueTask<Answer> KeepAsync(Answer answer, CancellationToken cancellationToken = default)
    {
        await gate.PassAsync();
        var kept = await inner.KeepAsync(answer, cancellationToken);
        await gate.PassAsync();
        return kept;
    }
}

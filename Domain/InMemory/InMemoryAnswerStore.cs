using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Domain.InMemory;

/// <summary>Answers, for as long as the process lives.</summary>
public sealed class InMemoryAnswerStore : IAnswerStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Answer> answers = [];

    /// <inheritdoc/>
    public ValueTask<Answer?> FindAsync(string token, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(answers.GetValueOrDefault(token));
        }
    }

    /// <inheritdoc/>
    public ValueTask<Answer> KeepAsync(Answer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            answers.TryAdd(answer.Token, answer);
            return ValueTask.FromResult(answers[answer.Token]);
        }
    }

    /// <summary>Everything kept, in the order of tokens.</summary>
    public IReadOnlyList<Answer> All()
    {
        lock (gate)
        {
            return [.. answers.Values.OrderBy(answer => answer.Token, StringComparer.Ordinal)];
        }
    }
}

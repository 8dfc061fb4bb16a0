namespace TaskOrchestration.Domain.Ports;

/// <summary>Where the local simulators keep what they have answered, so that a token is answered once and for all.</summary>
public interface IAnswerStore
{
    /// <summary>The answer kept under a token.</summary>
    ValueTask<Answer?> FindAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Keeps an answer, unless one is kept under its token already: the first stays.</summary>
    /// <returns>The answer that is kept; durable.</returns>
    ValueTask<Answer> KeepAsync(Answer answer, CancellationToken cancellationToken = default);
}

using System.Collections.Concurrent;

namespace TaskOrchestration.Api.Tasks.Attachments;

/// <summary>Has whoever changes the same thing take turns, so that nothing changes between a condition's check and the change.</summary>
/// <remarks>One process has a data folder, so turns within it are enough.</remarks>
internal sealed class Turns
{
    private readonly ConcurrentDictionary<string, Turn> _turns = new();

    /// <summary>Waits for a turn; it ends when the result is disposed of.</summary>
    public async ValueTask<IDisposable> TakeAsync(string key, CancellationToken cancellationToken)
    {
        while (true)
        {
            var turn = _turns.GetOrAdd(key, key => new Turn(this, key));
            await turn.Gate.WaitAsync(cancellationToken);
            if (!turn.IsOver)
            {
                return turn;
            }

            // Whoever had it took it off the list meanwhile: the next one is on another.
            turn.Gate.Release();
        }
    }

    private sealed class Turn(Turns turns, string key) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public bool IsOver { get; private set; }

        public void Dispose()
        {
            IsOver = true;
            turns._turns.TryRemove(KeyValuePair.Create(key, this));
            Gate.Release();
        }
    }
}

using Azure.Core;
using Azure.Core.Pipeline;

namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>What becomes of the requests of one process: at one of them it crashes, or stands still for a while.</summary>
internal sealed class FaultyProcess : HttpPipelinePolicy
{
    private readonly Lock gate = new();
    private int left = int.MaxValue;
    private bool isSent;
    private bool isDead;
    private bool losesAnswer;
    private TaskCompletionSource? release;
    private TaskCompletionSource reached = new();

    /// <summary>Has the process crash at the request with this number from now on, before it is sent or once it is executed.</summary>
    public void CrashAt(int number, bool onceExecuted) => Set(number, onceExecuted, null);

    /// <summary>Has the answer to a request lost once, so that the client sends it again.</summary>
    public void LoseAnswerAt(int number)
    {
        Set(number, onceExecuted: true, null);
        losesAnswer = true;
    }

    /// <summary>Has the process stand still at a request until it is released.</summary>
    /// <returns>Ends when it stands still.</returns>
    public Task HoldAt(int number, bool onceExecuted)
    {
        Set(number, onceExecuted, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return reached.Task;
    }

    /// <summary>Lets it go on.</summary>
    public void Release()
    {
        lock (gate)
        {
            left = int.MaxValue;
            release?.TrySetResult();
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        bool isHere;
        lock (gate)
        {
            if (isDead)
            {
                throw new CrashedException();
            }

            isHere = --left == 0;
        }

        if (isHere && !isSent)
        {
            await FailAsync();
        }

        await ProcessNextAsync(message, pipeline);
        if (isHere && isSent)
        {
            await FailAsync();
        }
    }

    private void Set(int number, bool onceExecuted, TaskCompletionSource? until)
    {
        lock (gate)
        {
            (left, isSent, release, reached) = (number, onceExecuted, until, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }

    private async Task FailAsync()
    {
        if (release is not null)
        {
            reached.TrySetResult();
            await release.Task;
            return;
        }

        if (losesAnswer)
        {
            throw new IOException("The connection was closed.");
        }

        lock (gate)
        {
            isDead = true;
        }

        throw new CrashedException();
    }
}

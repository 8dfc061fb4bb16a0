namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>Who gets the messages of a queue.</summary>
/// <param name="Queue">The name of the queue.</param>
/// <param name="HandleAsync">
/// Deals with a message. Once it returns, the message is deleted; when it throws, the message comes again after a while. A message may come twice (after a crash): its id is
/// the same then.
/// </param>
public sealed record QueueConsumer(string Queue, Func<QueuedMessage, CancellationToken, ValueTask> HandleAsync);

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>What became of a draft: the message it is now, or the one before that it repeats.</summary>
/// <param name="MessageId">The id of the message.</param>
/// <param name="Position">Its place among all messages; later ones have greater ones.</param>
public sealed record PostedMessage(string MessageId, long Position)
{
    /// <summary>The place as the services write it.</summary>
    public string SequenceNumber => Position.ToString("D20");
}

namespace TaskOrchestration.Orchestrations.Resources.Queues;

/// <summary>What an attempt has sent.</summary>
/// <param name="Position">Its place among all that was sent; later ones have greater ones.</param>
/// <param name="Messages">One for each draft.</param>
public sealed record Posting(long Position, IReadOnlyList<PostedMessage> Messages)
{
    /// <summary>A place as the services write it.</summary>
    public string SequenceNumber => Position.ToString("D20");
}

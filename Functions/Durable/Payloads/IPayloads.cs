namespace TaskOrchestration.Functions.Durable.Payloads;

/// <summary>Texts that are too long to travel through Durable Functions. Their names begin with the id of the orchestration they belong to.</summary>
public interface IPayloads
{
    /// <summary>Writes a text. The same name always gets the same text, so writing it again changes nothing.</summary>
    Task WriteAsync(string name, string text, CancellationToken cancellationToken = default);

    /// <summary>Reads a text that was written.</summary>
    Task<string> ReadAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Deletes all texts of an orchestration.</summary>
    Task DeleteAllAsync(string instanceId, CancellationToken cancellationToken = default);
}

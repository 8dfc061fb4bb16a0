using Azure.Data.Tables;

namespace TaskOrchestration.Functions.Storage;

/// <summary>A page of entities.</summary>
/// <param name="Entities">Its entities, in the order of their keys; there may be fewer than asked for, even none, and yet more to come.</param>
/// <param name="Continuation">Where the next page begins; none after the last.</param>
public sealed record EntityPage(IReadOnlyList<TableEntity> Entities, string? Continuation);

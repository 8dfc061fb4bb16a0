using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>Something that is kept about a resource beside the resource itself: its tags, say.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ResourceArn">The resource.</param>
/// <param name="Content">What it says.</param>
/// <param name="Edition">Tells one state of the document from the next, where it was found; null for one that is not kept yet.</param>
public sealed record ResourceDocument(string Kind, string ResourceArn, Json Content, string? Edition = null);

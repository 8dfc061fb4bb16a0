namespace TaskOrchestration.StatesLanguage.Expressions.JsonPaths;

/// <summary>A path inside a filter.</summary>
/// <param name="FromRoot">Whether it starts at the whole value (<c>$</c>) or at the item under test (<c>@</c>).</param>
/// <param name="Path">The path; always definite.</param>
internal sealed record FilterPath(bool FromRoot, JsonPath Path);

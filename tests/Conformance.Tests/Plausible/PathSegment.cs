namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>One step of a path.</summary>
/// <param name="Name">The member it takes.</param>
/// <param name="IsList">Whether the path goes on into the items of what it finds there.</param>
internal sealed record PathSegment(string Name, bool IsList);

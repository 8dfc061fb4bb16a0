namespace TaskOrchestration.Orchestrations.Resources.Tables;

/// <summary>An attribute of a key.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>S</c>, <c>N</c> or <c>B</c>.</param>
public sealed record KeyPart(string Name, string Type = "S");

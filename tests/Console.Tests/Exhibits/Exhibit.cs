namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>A page of the console with something on it.</summary>
/// <param name="Name">What its screenshots are called by.</param>
/// <param name="Path">Its address.</param>
public sealed record Exhibit(string Name, string Path);

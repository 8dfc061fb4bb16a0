namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>A server whose clock can be moved forward.</summary>
public sealed class MovableConsole : ServedConsole
{
    /// <inheritdoc/>
    protected override string[] Options => ["--movable-clock"];

    /// <summary>Moves the clock, by an ISO 8601 duration.</summary>
    public async Task MoveClockAsync(string by) => (await Rest.PostAsync("clock", $"move-{Guid.NewGuid()}", $$"""{"advance":"{{by}}"}""")).OrThrow();
}

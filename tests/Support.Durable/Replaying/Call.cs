namespace TaskOrchestration.Support.Durable.Replaying;

/// <summary>One thing that an orchestrator asked of its context, to be compared with what it asks when it is replayed.</summary>
/// <param name="After">How many events of the history it had seen.</param>
/// <param name="What">The member it called.</param>
/// <param name="Name">The name it gave: of an activity, an event …</param>
/// <param name="Arguments">What else it gave, as text.</param>
internal sealed record Call(int After, string What, string Name, string? Arguments)
{
    private const int MostCharacters = 200;

    /// <inheritdoc/>
    public override string ToString() => $"{What}({Name}{(Arguments is null ? "" : $", {Short(Arguments)}")}) after {After} events";

    private static string Short(string text) => text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}… ({text.Length} characters)";
}

namespace TaskOrchestration.Benchmarks;

/// <summary>One figure of the table.</summary>
/// <param name="Key">Its key in the JSON output.</param>
/// <param name="Meaning">What it says, in a few words.</param>
/// <param name="Format">How it is shown: a .NET numeric format.</param>
/// <param name="Targets">What it must reach; none for a figure that only gives another its scale.</param>
public sealed record Figure(string Key, string Meaning, string Format, params Target[] Targets);

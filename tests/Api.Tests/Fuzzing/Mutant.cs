using System.Text;

namespace TaskOrchestration.Api.Tests.Fuzzing;

/// <summary>A request that may be good or bad.</summary>
public sealed record Mutant(string Action, byte[] Body)
{
    public override string ToString() => $"{Action} {Encoding.UTF8.GetString(Body)}";
}

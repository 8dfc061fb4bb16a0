using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>What paths and functions of a case see: its input and context, no variables.</summary>
internal sealed class CaseScope(JsonObject body) : IPathScope, IEntropy
{
    private readonly Random random = new(12345);

    public Json Input { get; } = body["input"] ?? JsonObject.Empty;

    public Json Context { get; } = body["context"] ?? JsonObject.Empty;

    public bool TryGetVariable(string name, [NotNullWhen(true)] out Json? value)
    {
        value = null;
        return false;
    }

    public double NextDouble() => random.NextDouble();

    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

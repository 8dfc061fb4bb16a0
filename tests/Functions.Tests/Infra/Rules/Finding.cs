namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>What is wrong with the templates.</summary>
internal sealed record Finding(string File, int Line, string Message)
{
    public override string ToString() => $"{File}({Line}): {Message}";
}

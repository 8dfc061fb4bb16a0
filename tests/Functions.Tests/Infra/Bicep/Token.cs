namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>A word of a Bicep file.</summary>
internal sealed record Token(TokenKind Kind, string Text, int Line);

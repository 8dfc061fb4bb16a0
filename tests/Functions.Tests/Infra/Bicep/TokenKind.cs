namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

internal enum TokenKind
{
    Name,
    Number,

    /// <summary>A whole string, with its quotes; what is interpolated is still in it.</summary>
    Text,
    Symbol,
    NewLine,
    End,
}

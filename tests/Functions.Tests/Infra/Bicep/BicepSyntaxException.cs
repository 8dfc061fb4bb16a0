namespace TaskOrchestration.Functions.Tests.Infra.Bicep;

/// <summary>A file is not written as Bicep is.</summary>
internal sealed class BicepSyntaxException(int line, string message) : Exception($"line {line}: {message}");

namespace TaskOrchestration.Functions.Tests.Storage;

/// <summary>The process is gone: nothing in it catches this.</summary>
public sealed class KilledException : Exception;

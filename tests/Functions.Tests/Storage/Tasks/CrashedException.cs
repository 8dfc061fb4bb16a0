namespace TaskOrchestration.Functions.Tests.Storage.Tasks;

/// <summary>The process is no more.</summary>
internal sealed class CrashedException() : Exception("The process has crashed.");

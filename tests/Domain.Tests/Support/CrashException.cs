namespace TaskOrchestration.Domain.Tests.Support;

internal sealed class CrashException : Exception;

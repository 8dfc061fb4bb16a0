namespace TaskOrchestration.Domain.Tests.Support;

internal sealed class OpenGate : IGate
{
    public ValueTask PassAsync() => ValueTask.CompletedTask;
}

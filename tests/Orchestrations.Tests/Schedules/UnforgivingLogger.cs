using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

/// <summary>Takes the trouble of a process that is killed, and no other.</summary>
internal sealed class UnforgivingLogger<T> : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not IOException)
        {
            throw new InvalidOperationException(formatter(state, exception), exception);
        }
    }
}

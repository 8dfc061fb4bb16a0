using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Calling;

/// <summary>A program that people call AWS Step Functions with.</summary>
public interface IClient : IDisposable
{
    /// <summary>Has it call an action.</summary>
    /// <param name="action">For example <c>StartExecution</c>.</param>
    /// <param name="request">The members of the request.</param>
    Task<CallOutcome> CallAsync(string action, JsonObject request);
}

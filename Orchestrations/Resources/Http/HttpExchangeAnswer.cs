namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>What came back for a request of <c>http:invoke</c>.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="StatusMessage">What the status is called.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
public sealed record HttpExchangeAnswer(int StatusCode, string StatusMessage, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body);

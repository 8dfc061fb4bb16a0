namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>One course that executions of a machine can take with mocked responses.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Responses">By the name of a state, what its attempts get. A state that is not among them has its work really done.</param>
public sealed record MockedTestCase(string Name, IReadOnlyDictionary<string, MockedResponse> Responses);

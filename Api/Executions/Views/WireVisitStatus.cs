using System.Text.Json.Serialization;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>What became of a state once it was entered: TestState's words, and two more for what a test does not come to.</summary>
internal enum WireVisitStatus
{
    /// <summary>The execution is in it.</summary>
    [JsonStringEnumMemberName("RUNNING")]
    Running,

    /// <summary>It was left with success.</summary>
    [JsonStringEnumMemberName("SUCCEEDED")]
    Succeeded,

    /// <summary>It failed and a catcher took the failure.</summary>
    [JsonStringEnumMemberName("CAUGHT_ERROR")]
    CaughtError,

    /// <summary>It failed and waits to be tried again.</summary>
    [JsonStringEnumMemberName("RETRIABLE")]
    Retriable,

    /// <summary>It failed for good.</summary>
    [JsonStringEnumMemberName("FAILED")]
    Failed,

    /// <summary>It was cut short: the execution was stopped or timed out, or something beside it failed.</summary>
    [JsonStringEnumMemberName("ABORTED")]
    Aborted,
}

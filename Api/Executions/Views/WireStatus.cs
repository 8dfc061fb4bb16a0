using System.Diagnostics;
using System.Text.Json.Serialization;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>Where an execution stands, in AWS's words.</summary>
internal enum WireStatus
{
    /// <summary>It runs.</summary>
    [JsonStringEnumMemberName("RUNNING")]
    Running,

    /// <summary>It has yielded its output.</summary>
    [JsonStringEnumMemberName("SUCCEEDED")]
    Succeeded,

    /// <summary>It has failed.</summary>
    [JsonStringEnumMemberName("FAILED")]
    Failed,

    /// <summary>It took longer than it may.</summary>
    [JsonStringEnumMemberName("TIMED_OUT")]
    TimedOut,

    /// <summary>Somebody has stopped it.</summary>
    [JsonStringEnumMemberName("ABORTED")]
    Aborted,
}

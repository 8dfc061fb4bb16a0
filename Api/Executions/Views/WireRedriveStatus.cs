using System.Text.Json.Serialization;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>Whether an execution can be redriven now, in AWS's words.</summary>
internal enum WireRedriveStatus
{
    /// <summary>It cannot; the reason goes with it.</summary>
    [JsonStringEnumMemberName("NOT_REDRIVABLE")]
    NotRedrivable,

    /// <summary>It can.</summary>
    [JsonStringEnumMemberName("REDRIVABLE")]
    Redrivable,

    /// <summary>It is a child of a Map Run and is redriven with that.</summary>
    [JsonStringEnumMemberName("REDRIVABLE_BY_MAP_RUN")]
    RedrivableByMapRun,
}

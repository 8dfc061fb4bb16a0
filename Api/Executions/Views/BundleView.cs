using System.ComponentModel;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>An execution to take along: what the console needs to show it somewhere else.</summary>
/// <remarks>The facts themselves are not in it: the first holds the seed that task tokens follow from.</remarks>
[DisplayName("ExecutionBundle")]
internal sealed record BundleView
{
    /// <summary>What this is.</summary>
    public required string Format { get; init; }

    /// <summary>The form's version.</summary>
    public required int FormatVersion { get; init; }

    /// <summary>When it was exported.</summary>
    public required DateTimeOffset ExportedAt { get; init; }

    /// <summary>The execution.</summary>
    public required ExecutionView Execution { get; init; }

    /// <summary>Its facts.</summary>
    public required IReadOnlyList<FactView> Facts { get; init; }

    /// <summary>Its history, as GetExecutionHistory shows it.</summary>
    public required IReadOnlyList<StatesLanguage.Values.JsonObject> History { get; init; }
}

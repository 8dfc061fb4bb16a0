using System.ComponentModel;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks.Views;

/// <summary>Why something failed.</summary>
[DisplayName("Failure")]
internal sealed record FailureView
{
    [Description("The name of the error.")]
    public string? Error { get; init; }

    [Description("What was expected and what was found.")]
    public string? Cause { get; init; }

    public static FailureView? Of(TaskFailure? failure) => failure is null ? null : new FailureView { Error = failure.Error, Cause = failure.Cause };
}

using TaskOrchestration.Api.StepFunctions.Wire;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>The <c>stateConfiguration</c> of a request.</summary>
internal sealed record ConfigurationFields(int? RetrierRetryCount, string? ErrorCausedByState, int? MapIterationFailureCount, string? MapItemReaderData)
{
    public static ConfigurationFields Read(RequestFields request)
    {
        var fields = request.Structure("stateConfiguration");
        return new ConfigurationFields(
            fields?.Integer("retrierRetryCount", 0, int.MaxValue),
            fields?.OptionalText("errorCausedByState", 1, Bounds.Name),
            fields?.Integer("mapIterationFailureCount", 0, int.MaxValue),
            fields?.OptionalText("mapItemReaderData", 0, Bounds.Payload, secret: true));
    }
}

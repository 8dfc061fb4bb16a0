namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>Ends the handling of a request with an error that AWS has a name for.</summary>
public sealed class AwsException(AwsError error) : Exception(error?.Message)
{
    /// <summary>What the client is told.</summary>
    public AwsError Error { get; } = error ?? throw new ArgumentNullException(nameof(error));
}

using System.Diagnostics;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>What AWS calls the refusals of the use cases.</summary>
internal static class Refusals
{
    public static AwsException InWordsOfAws(RefusedException refused) => refused.Refusal switch
    {
        Refusal.InvalidToken => AwsErrors.InvalidToken(),
        Refusal.TaskTimedOut => AwsErrors.TaskTimedOut(),
        Refusal.StateMachineTypeNotSupported => AwsErrors.StateMachineTypeNotSupported(),
        Refusal.ExecutionLimitExceeded => AwsErrors.Throttling(),
        Refusal.OpenExecutionLimitExceeded => new AwsException(new AwsError("ExecutionLimitExceeded", refused.Message)),
        Refusal.MapRunDoesNotExist or Refusal.ResourceNotFound => AwsErrors.ResourceNotFound(),
        Refusal.Conflict => AwsErrors.Conflict(refused.Message),
        Refusal.ServiceQuotaExceeded => AwsErrors.ServiceQuotaExceeded(refused.Message),
        Refusal.TooManyTags => AwsErrors.TooManyTags(refused.ResourceName ?? ""),
        Refusal.MapRunHasEnded => AwsErrors.MapRunHasEnded(),
        Refusal.Unavailable => new AwsException(new AwsError("ServiceUnavailable", refused.Message, 503)),
        Refusal.InvalidDefinition => AwsErrors.InvalidDefinition(Definitions.Complaint.About(refused.Problems)),
        Refusal.StateMachineDoesNotExist
            or Refusal.StateMachineAlreadyExists
            or Refusal.StateMachineDeleting
            or Refusal.ExecutionDoesNotExist
            or Refusal.ExecutionAlreadyExists
            or Refusal.StateMachineLimitExceeded
            or Refusal.ActivityLimitExceeded
            or Refusal.ExecutionNotRedrivable
            or Refusal.InvalidExecutionInput
            or Refusal.InvalidOutput
            or Refusal.TaskDoesNotExist
            or Refusal.ActivityDoesNotExist
            or Refusal.ActivityAlreadyExists
            or Refusal.ActivityWorkerLimitExceeded => new AwsException(new AwsError(refused.Refusal.ToString(), refused.Message)),
        var other => throw new UnreachableException($"no answer for {other}"),
    };
}

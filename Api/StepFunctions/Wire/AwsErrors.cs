namespace TaskOrchestration.Api.StepFunctions.Wire;

/// <summary>The errors of the service, in its own words.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/CommonErrors.html">Common errors</seealso>
internal static class AwsErrors
{
    public static AwsException UnknownOperation(string message) => New("UnknownOperationException", message);

    public static AwsException RequestTooLarge(long limit) =>
        new(new AwsError("RequestEntityTooLargeException", $"The request is larger than {limit} bytes.", 413));

    public static AwsException Serialization(string message) => New("SerializationException", message);

    /// <summary>SDKs try again after it, later each time.</summary>
    public static AwsException Throttling() => New("ThrottlingException", "Rate exceeded");

    public static AwsException AccessDenied(string caller, string action, string resource) => new(new AwsError(
        "AccessDeniedException", $"User: {caller} is not authorized to perform: states:{action} on resource: {resource}: the API key is not for it", 403));

    public static AwsException Validation(string message) => New("ValidationException", message);

    public static AwsException Validation(string message, string reason) => new(new AwsError("ValidationException", message) { Reason = reason });

    public static AwsException InvalidRoutingConfiguration(string message) => Validation(message, "INVALID_ROUTING_CONFIGURATION");

    public static AwsException LabeledArn(string arn) =>
        Validation($"The ARN of a Map state in a state machine is not supported by this action: '{arn}'", "API_DOES_NOT_SUPPORT_LABELED_ARNS");

    public static AwsException Conflict(string message) => new(new AwsError("ConflictException", message, 409));

    public static AwsException ServiceQuotaExceeded(string message) => new(new AwsError("ServiceQuotaExceededException", message, 402));

    public static AwsException MissingRequiredParameter(string message) => New("MissingRequiredParameter", message);

    public static AwsException InvalidArn(string reason) => New("InvalidArn", $"Invalid Arn: '{reason}'");

    public static AwsException InvalidName(string name) => New("InvalidName", $"Invalid Name: '{name}'");

    public static AwsException InvalidToken() => New("InvalidToken", "Invalid Token: 'Invalid token'");

    public static AwsException InvalidDefinition(string reason) => New("InvalidDefinition", $"Invalid State Machine Definition: '{reason}'");

    /// <summary>A definition that is all right but of a state that cannot be tested: there AWS puts nothing before the reason.</summary>
    public static AwsException UntestableState(string reason) => New("InvalidDefinition", reason);

    public static AwsException InvalidExecutionInput(string reason) => New("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{reason}'");

    public static AwsException InvalidOutput(string reason) => New("InvalidOutput", $"Invalid Output: '{reason}'");

    public static AwsException InvalidLoggingConfiguration(string reason) => New("InvalidLoggingConfiguration", $"Invalid Logging Configuration: {reason}");

    public static AwsException InvalidEncryptionConfiguration(string reason) => New("InvalidEncryptionConfiguration", $"Invalid Encryption Configuration: {reason}");

    public static AwsException StateMachineAlreadyExists(string arn) => New("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static AwsException StateMachineDoesNotExist(string arn) => New("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static AwsException StateMachineDeleting(string arn) => New("StateMachineDeleting", $"State Machine is being deleted: '{arn}'");

    public static AwsException StateMachineTypeNotSupported() =>
        New("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");

    public static AwsException ExecutionAlreadyExists(string arn) => New("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static AwsException ExecutionDoesNotExist(string arn) => New("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static AwsException TaskTimedOut() => New("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    public static AwsException ResourceNotFound() => New("ResourceNotFound", "Request references a resource that does not exist.");

    /// <summary>A resource that was to have tags, or has none because it is not there.</summary>
    public static AwsException TaggedResourceNotFound(string arn) => new(new AwsError("ResourceNotFound", $"Resource not found: '{arn}'") { ResourceName = arn });

    public static AwsException MapRunHasEnded() => Validation("A Map Run that has ended cannot be updated.", "CANNOT_UPDATE_COMPLETED_MAP_RUN");

    public static AwsException TooManyTags(string resource) =>
        new(new AwsError("TooManyTags", $"Too many tags have been added to the resource: '{resource}'") { ResourceName = resource });

    private static AwsException New(string code, string message) => new(new AwsError(code, message));
}

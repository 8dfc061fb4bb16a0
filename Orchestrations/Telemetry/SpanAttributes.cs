namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>The names of the attributes that spans carry. OpenTelemetry's own where there is one.</summary>
/// <seealso href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/aws/">AWS attributes</seealso>
public static class SpanAttributes
{
    /// <summary>The ARN of the machine.</summary>
    public const string StateMachineArn = "aws.step_functions.state_machine.arn";

    /// <summary>The ARN of the activity that an attempt is given to.</summary>
    public const string ActivityArn = "aws.step_functions.activity.arn";

    /// <summary>The name of the error.</summary>
    public const string ErrorType = "error.type";

    /// <summary>The function that an attempt invokes.</summary>
    public const string InvokedName = "faas.invoked_name";

    /// <summary>The ARN of the execution.</summary>
    public const string ExecutionArn = "aws.states.execution.arn";

    /// <summary>The name of the execution, which is the id of its task if it has one.</summary>
    public const string ExecutionName = "aws.states.execution.name";

    /// <summary>How the execution ended, in AWS's words.</summary>
    public const string ExecutionStatus = "aws.states.execution.status";

    /// <summary>How often the execution had been redriven.</summary>
    public const string RedriveCount = "aws.states.execution.redrive_count";

    /// <summary>The ARN of the execution that started this one.</summary>
    public const string ParentArn = "aws.states.execution.parent_arn";

    /// <summary>STANDARD or EXPRESS.</summary>
    public const string MachineType = "aws.states.state_machine.type";

    /// <summary>The name of the state.</summary>
    public const string StateName = "aws.states.state.name";

    /// <summary>The type of the state, as definitions spell it.</summary>
    public const string StateType = "aws.states.state.type";

    /// <summary>The id of the history event with which the span began.</summary>
    public const string EventId = "aws.states.event.id";

    /// <summary>How many attempts went before this one in the same visit.</summary>
    public const string RetryCount = "aws.states.retry_count";

    /// <summary>The Resource of the task: a function, an activity, or the action of an integration.</summary>
    public const string Resource = "aws.states.resource";

    /// <summary>What kind of resource: <c>lambda</c>, <c>activity</c>, or the service of an integration.</summary>
    public const string ResourceType = "aws.states.resource_type";

    /// <summary>Which iteration of the Map.</summary>
    public const string IterationIndex = "aws.states.iteration.index";

    /// <summary>The id that follows from the span's execution, where the span could not be given it.</summary>
    public const string SpanId = "aws.states.span.id";

    /// <summary>The id in the same sense of the span around it.</summary>
    public const string ParentSpanId = "aws.states.span.parent_id";
}

using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>The function <c>requestApproval</c>: has the task of the execution wait for somebody's decision, which comes back by the task token it is handed.</summary>
/// <remarks>
/// In an execution that belongs to no task it does nothing: whoever started that sends the decision with SendTaskSuccess, and gets to know the token from a
/// function of their own under this name (<c>Functions:requestApproval</c>).
/// </remarks>
internal sealed class RequestApproval(ITaskReports reports) : ITaskHandler
{
    /// <summary>The name of the function.</summary>
    public const string FunctionName = "requestApproval";

    /// <inheritdoc/>
    public async ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        if ((invocation.Input as JsonObject)?["taskToken"] is not JsonString { Value.Length: > 0 } token)
        {
            throw new TaskFailureException(HandlerFailure.Of("InvalidApprovalRequest", $"taskToken: expected a task token, found {(invocation.Input as JsonObject)?["taskToken"]?.ToString() ?? "nothing"}."));
        }

        try
        {
            await reports.ReportAsync(
                new TaskReport
                {
                    ExecutionName = invocation.RunName,
                    StateName = invocation.StateName,
                    Token = $"{invocation.IdempotencyToken}/waiting/{TaskDecisions.Key(token.Value)}",
                    DecisionToken = token.Value,
                },
                cancellationToken);
            return JsonObject.Empty;
        }
        catch (DomainException e)
        {
            throw new TaskFailureException(HandlerFailure.Of(e.Name, e.Message));
        }
    }
}

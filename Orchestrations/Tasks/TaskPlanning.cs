using System.Diagnostics;
using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.Orchestrations.Workflows;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>Finds the workflow for a submission, and refuses one that its workflow could not carry out.</summary>
internal sealed class TaskPlanning(TaskOptions options)
{
    /// <summary>The most bytes an execution may be started with.</summary>
    public const int LargestInput = 256 * 1024;

    /// <summary>The plan for a submission.</summary>
    /// <exception cref="TaskRefusedException"><see cref="TaskRefusal.InvalidSubmission"/>.</exception>
    public TaskPlan Plan(TaskSubmission submission)
    {
        if (submission.Input.Utf8Length > LargestInput)
        {
            throw Invalid($"input: expected at most {LargestInput} bytes, found {submission.Input.Utf8Length}.");
        }

        SubmissionRules.Check(submission.Kind, submission.Input);
        try
        {
            return submission.Kind switch
            {
                TaskKind.Purchase => Transaction(submission.Input, "PURCHASE", "Purchase", input => TransactionInput.ReadPurchase(input).Amount),
                TaskKind.Refund => Transaction(submission.Input, "REFUND", "Refund", input => TransactionInput.ReadRefund(input).Amount),
                TaskKind.Order => Order(submission.Input),
                TaskKind.Batch => Batch(submission),
                _ => throw new UnreachableException($"no workflow for {submission.Kind}"),
            };
        }
        catch (DomainException e)
        {
            throw Invalid(e.Message);
        }
    }

    private static TaskPlan Transaction(JsonObject input, string type, string title, Func<Json, Money?> read)
    {
        if (input["TransactionType"] is { } given && given is not (JsonNull or JsonString { Value: "" }) && given is not JsonString text)
        {
            throw Invalid($"TransactionType: expected {type}, found {given}.");
        }

        if (input["TransactionType"] is JsonString { Value.Length: > 0 } other && other.Value != type)
        {
            throw Invalid($"TransactionType: expected {type}, found {other}.");
        }

        var typed = input.With("TransactionType", Json.Of(type));
        var amount = read(typed);
        var account = InputFields.Of(typed, refusal: null).Id("AccountId");
        return new TaskPlan(SeedWorkflows.TransactionProcessor.Name, typed, Title(title, amount, account is null ? null : $"account {account}"));
    }

    private TaskPlan Order(JsonObject input)
    {
        var order = OrderInput.ReadOrder(input);
        var total = OrderRules.TotalOf(order);
        var needsApproval = total is not null && total.Amount > options.ApprovalLimit(total.Currency.Code);
        return new TaskPlan(
            (needsApproval ? SeedWorkflows.OrderApproval : SeedWorkflows.OrderProcessing).Name,
            input,
            Title(order.OrderId is null ? "Order" : $"Order {order.OrderId}", total, order.CustomerId is null ? null : $"customer {order.CustomerId}"));
    }

    private static TaskPlan Batch(TaskSubmission submission) => submission.Workflow is { Length: > 0 } workflow
        ? new TaskPlan(workflow, submission.Input, workflow)
        : throw Invalid("workflow: expected the name of a state machine, found nothing.");

    private static string Title(string what, Money? amount, string? of)
    {
        var title = $"{what}{(amount is null ? "" : $" of {amount}")}{(of is null ? "" : $" for {of}")}";
        return TaskRules.TitleProblem(title) is null ? title : what.Length <= 20 ? what : what[..5];
    }

    private static TaskRefusedException Invalid(string message) => new(TaskRefusal.InvalidSubmission, message);
}

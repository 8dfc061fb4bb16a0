using System.Diagnostics;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Transactions;
using TaskOrchestration.Orchestrations.Steps;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>What a workflow's first step would refuse for its form is refused before a task is made of it.</summary>
public static class SubmissionRules
{
    /// <summary>Makes sure that the workflow of a kind of task can begin with an input.</summary>
    /// <exception cref="TaskRefusedException"><see cref="TaskRefusal.InvalidSubmission"/>, with what was expected and what was found.</exception>
    public static void Check(TaskKind kind, JsonObject input)
    {
        try
        {
            switch (kind)
            {
                case TaskKind.Purchase:
                    var purchase = TransactionInput.ReadPurchase(input);
                    TransactionRules.CheckId(purchase.TransactionId, "a transaction id");
                    TransactionRules.CheckAmount(purchase.Amount);
                    break;
                case TaskKind.Refund:
                    var refund = TransactionInput.ReadRefund(input);
                    TransactionRules.CheckId(refund.TransactionId, "a transaction id");
                    TransactionRules.CheckId(refund.OriginalTransactionId, "an original transaction id");
                    TransactionRules.CheckAmount(refund.Amount);
                    break;
                case TaskKind.Order:
                    _ = OrderRules.TotalOf(OrderInput.ReadOrder(input));
                    break;
                case TaskKind.Batch:
                    break;
                default:
                    throw new UnreachableException($"kind {kind}");
            }
        }
        catch (DomainException e)
        {
            throw new TaskRefusedException(TaskRefusal.InvalidSubmission, e.Message);
        }
    }
}

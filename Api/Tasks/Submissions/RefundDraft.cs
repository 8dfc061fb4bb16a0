using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>A refund to carry out.</summary>
[DisplayName("Refund"), Description("A refund to carry out. Which charge is paid back is said by originalTransactionId, or else by orderId; one of them is needed.")]
internal sealed record RefundDraft : ISubmission
{
    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The id of the charge to pay back."), Example("txn-1")]
    public string? OriginalTransactionId { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The order whose charge is paid back.")]
    public string? OrderId { get; init; }

    [Description("How much; without it, whatever is left of the charge."), Example("10.50")]
    public Amount? Amount { get; init; }

    [StringLength(3, MinimumLength = 3), RegularExpression("^[A-Za-z]{3}$"), Description("The currency's ISO 4217 code."), Example("EUR")]
    public string? Currency { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The refund's own id; one is made up without it.")]
    public string? TransactionId { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("Who is paid back.")]
    public string? AccountId { get; init; }

    [StringLength(1000, MinimumLength = 1), Printable, Description("Why.")]
    public string? Reason { get; init; }

    [StringLength(TaskRules.MaximumTitleLength, MinimumLength = 1), Printable, Description("What people are to call the task; without it, a title that follows from the content.")]
    public string? Title { get; init; }

    [StringLength(TaskRules.MaximumOwnerLength, MinimumLength = 1), Printable, Description("Whose task it is to be: the name of a caller; the submitter's without it.")]
    public string? Owner { get; init; }

    [DefaultValue("normal"), Description("How urgent it is to the people who look after it.")]
    public TaskPriority Priority { get; init; } = TaskPriority.Normal;

    [Description("When it should be done.")]
    public DateTimeOffset? Due { get; init; }

    [JsonIgnore]
    public TaskKind Kind => TaskKind.Refund;

    public JsonObject ToInput() => new JsonObjectBuilder()
        .Set("TransactionType", Json.Of("REFUND"))
        .SetIfPresent("TransactionId", TransactionId)
        .SetIfPresent("OriginalTransactionId", OriginalTransactionId)
        .SetIfPresent("AccountId", AccountId)
        .SetIfPresent("OrderId", OrderId)
        .SetIfPresent("Amount", Amount?.Spelling)
        .SetIfPresent("Currency", Currency)
        .SetIfPresent("Reason", Reason)
        .Build();
}

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
internal sealed record RefundDraft : SubmissionDraft
{
    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The id of the charge to pay back."), Example("txn-1")]
    public string? OriginalTransactionId { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The order whose charge is paid back.")]
    public string? OrderId { get; init; }

    [Description("How much; without it, whatever is left of the charge."), Example("10.50")]
    public Amount? Amount { get; init; }

    [StringLength(3, MinimumLength = 3), Spelled("^[A-Za-z]{3}$", "three letters"), Description("The currency's ISO 4217 code."), Example("EUR")]
    public string? Currency { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The refund's own id; one is made up without it.")]
    public string? TransactionId { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("Who is paid back.")]
    public string? AccountId { get; init; }

    [StringLength(1000, MinimumLength = 1), Printable, Description("Why.")]
    public string? Reason { get; init; }

    [JsonIgnore]
    public override TaskKind Kind => TaskKind.Refund;

    public override JsonObject ToInput() => new JsonObjectBuilder()
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

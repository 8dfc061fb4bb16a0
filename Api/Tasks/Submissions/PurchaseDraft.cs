using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tasks.Submissions;

/// <summary>A purchase to carry out.</summary>
[DisplayName("Purchase"), Description("A purchase to carry out.")]
internal sealed record PurchaseDraft : SubmissionDraft
{
    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("Who pays."), Example("acct-7")]
    public required string AccountId { get; init; }

    [Description("What to charge."), Example("10.50")]
    public required Amount Amount { get; init; }

    [StringLength(3, MinimumLength = 3), Spelled("^[A-Za-z]{3}$", "three letters"), Description("The currency's ISO 4217 code."), Example("EUR")]
    public required string Currency { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The purchase's id; one is made up without it.")]
    public string? TransactionId { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The order that is paid for.")]
    public string? OrderId { get; init; }

    [StringLength(128, MinimumLength = 1), Printable, Description("How it is paid: what the payment gateway knows a card or account by."), Example("card-visa")]
    public string? PaymentMethod { get; init; }

    [StringLength(1000, MinimumLength = 1), Printable, Description("What it is for.")]
    public string? Reason { get; init; }

    [JsonIgnore]
    public override TaskKind Kind => TaskKind.Purchase;

    public override JsonObject ToInput() => new JsonObjectBuilder()
        .Set("TransactionType", Json.Of("PURCHASE"))
        .SetIfPresent("TransactionId", TransactionId)
        .Set("AccountId", Json.Of(AccountId))
        .SetIfPresent("OrderId", OrderId)
        .Set("Amount", Amount.Spelling)
        .Set("Currency", Json.Of(Currency))
        .SetIfPresent("PaymentMethod", PaymentMethod)
        .SetIfPresent("Reason", Reason)
        .Build();
}

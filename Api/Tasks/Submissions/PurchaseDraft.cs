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
internal sealed record PurchaseDraft : ISubmission
{
    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("Who pays."), Example("acct-7")]
    public required string AccountId { get; init; }

    [Description("What to charge."), Example("10.50")]
    public required Amount Amount { get; init; }

    [StringLength(3, MinimumLength = 3), RegularExpression("^[A-Za-z]{3}$"), Description("The currency's ISO 4217 code."), Example("EUR")]
    public required string Currency { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The purchase's id; one is made up without it.")]
    public string? TransactionId { get; init; }

    [StringLength(Identifier.MaximumLength, MinimumLength = 1), Printable, Description("The order that is paid for.")]
    public string? OrderId { get; init; }

    [StringLength(128, MinimumLength = 1), Printable, Description("How it is paid: what the payment gateway knows a card or account by."), Example("card-visa")]
    public string? PaymentMethod { get; init; }

    [StringLength(1000, MinimumLength = 1), Printable, Description("What it is for.")]
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
    public TaskKind Kind => TaskKind.Purchase;

    public JsonObject ToInput() => new JsonObjectBuilder()
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

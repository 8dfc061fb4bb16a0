using TaskOrchestration.Domain.Amounts;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Business;

/// <summary>The JSON that an entry of the ledger is kept as.</summary>
internal static class LedgerDocument
{
    public static JsonObject Write(LedgerEntry entry) => new JsonObjectBuilder()
        .Set("token", Json.Of(entry.Token))
        .Set("kind", Json.Of(entry.Kind.ToString()))
        .Set("transactionId", Json.Of(entry.TransactionId))
        .SetIfPresent("refundId", entry.RefundId)
        .SetIfPresent("accountId", entry.AccountId)
        .SetIfPresent("orderId", entry.OrderId)
        .SetIfPresent("minorUnits", entry.Amount is { } amount ? Json.Of(amount.MinorUnits) : null)
        .SetIfPresent("currency", entry.Amount?.Currency.Code)
        .SetIfPresent("authorizationCode", entry.AuthorizationCode)
        .SetIfPresent("declineCode", entry.DeclineCode?.Name)
        .SetIfPresent("reason", entry.Reason)
        .Set("at", Json.Of(EntityValues.WriteTime(entry.At)))
        .Build();

    public static LedgerEntry Read(string text) => Read((JsonObject)Json.Parse(text));

    public static LedgerEntry Read(JsonObject kept) => new()
    {
        Token = Text(kept, "token")!,
        Kind = Enum.Parse<LedgerEntryKind>(Text(kept, "kind")!),
        TransactionId = Text(kept, "transactionId")!,
        RefundId = Text(kept, "refundId"),
        AccountId = Text(kept, "accountId"),
        OrderId = Text(kept, "orderId"),
        Amount = Text(kept, "currency") is { } currency ? Money.OfMinorUnits(Integer(kept, "minorUnits"), currency) : null,
        AuthorizationCode = Text(kept, "authorizationCode"),
        DeclineCode = Text(kept, "declineCode") is { } code ? DeclineCode.Find(code) : null,
        Reason = Text(kept, "reason"),
        At = EntityValues.ReadTime(Text(kept, "at")!),
    };

    private static string? Text(JsonObject from, string name) => (from[name] as JsonString)?.Value;

    private static long Integer(JsonObject from, string name) =>
        from[name] is JsonNumber number && number.TryGetInteger(out var value)
            ? value
            : throw new InvalidDataException($"{name}: expected a whole number, found {from[name]?.ToString() ?? "nothing"}.");
}

using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>Adds a settlement up, entry by entry, and compares each with the ledger.</summary>
internal sealed class SettlementSums
{
    private readonly SortedDictionary<string, Sum> byCurrency = new(StringComparer.Ordinal);

    /// <summary>How many entries there were.</summary>
    public int Entries { get; private set; }

    /// <summary>Takes an entry in.</summary>
    /// <exception cref="SettlementOutOfBalanceException">It was settled for another amount than the ledger has.</exception>
    public void Add(SettledEntry settled)
    {
        if (settled.Entry.Amount != settled.Amount || settled.Entry.Kind is not (LedgerEntryKind.Charge or LedgerEntryKind.Refund))
        {
            throw new SettlementOutOfBalanceException(
                $"Entry '{settled.Entry.Token}' was settled as {settled.Amount}; the ledger has a {settled.Entry.Kind} of {settled.Entry.Amount?.ToString() ?? "nothing"}.");
        }

        var zero = 0 * settled.Amount.Amount;
        var sum = byCurrency.GetValueOrDefault(settled.Amount.Currency.Code, new Sum(0, zero, 0, zero));
        byCurrency[settled.Amount.Currency.Code] = settled.Entry.Kind == LedgerEntryKind.Charge
            ? sum with { Purchases = sum.Purchases + 1, Charged = sum.Charged + settled.Amount.Amount }
            : sum with { Refunds = sum.Refunds + 1, Refunded = sum.Refunded + settled.Amount.Amount };
        Entries++;
    }

    /// <summary>Three totals for each currency, the currencies in alphabetical order.</summary>
    public ValueList<SettlementTotal> Totals() =>
    [
        .. byCurrency.SelectMany(pair => new[]
        {
            new SettlementTotal(pair.Key, SettlementKind.Purchases, pair.Value.Purchases, pair.Value.Charged),
            new SettlementTotal(pair.Key, SettlementKind.Refunds, pair.Value.Refunds, pair.Value.Refunded),
            new SettlementTotal(pair.Key, SettlementKind.Net, pair.Value.Purchases + pair.Value.Refunds, pair.Value.Charged - pair.Value.Refunded),
        }),
    ];

    private sealed record Sum(int Purchases, decimal Charged, int Refunds, decimal Refunded);
}

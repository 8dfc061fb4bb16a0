using System.Text;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>A settlement's entries as CSV (RFC 4180), in the order they were posted to the ledger.</summary>
/// <remarks>Ids come from outside, so a field that a spreadsheet would take for a formula gets an apostrophe before it.</remarks>
internal static class SettlementCsv
{
    private static readonly string[] Columns =
        ["settlementId", "page", "kind", "transactionId", "chargeId", "orderId", "accountId", "amount", "currency", "enteredAt", "settledAt"];

    public static async Task WriteAsync(Stream to, ISettlementStore settlements, Settlement settlement, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        text.NewLine = "\r\n";
        await text.WriteLineAsync(Line(Columns));
        for (var page = 1; page <= settlement.Pages.Count; page++)
        {
            foreach (var entry in await settlements.EntriesAsync(settlement.SettlementId, page, cancellationToken))
            {
                await text.WriteLineAsync(Line(Fields(entry)));
            }
        }
    }

    private static string Line(IEnumerable<string?> fields) => string.Join(',', fields.Select(field => Quoted(Harmless(field ?? ""))));

    private static string Harmless(string field) => field.Length > 0 && "=+-@\t\r".Contains(field[0]) ? $"'{field}" : field;

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"")}\"";

    private static string?[] Fields(SettledEntry settled) =>
    [
        settled.SettlementId,
        settled.Page.ToString(),
        settled.Entry.Kind.ToString(),
        settled.TransactionId,
        settled.Entry.TransactionId,
        settled.Entry.OrderId,
        settled.Entry.AccountId,
        SettlementOutput.Amount(settled.Amount.Amount, settled.Amount.Currency.Code),
        settled.Amount.Currency.Code,
        OutputValues.Text(settled.Entry.At),
        OutputValues.Text(settled.SettledAt),
    ];
}

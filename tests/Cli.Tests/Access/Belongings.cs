using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Cli.Tests.Access;

/// <summary>One of everything that belongs to a caller, on a server.</summary>
internal sealed record Belongings(string OrderTask, string ApprovedTask, string PurchaseTask, string RefundTask, string Export)
{
    /// <summary>Whose all of it is.</summary>
    public const string Owner = "ada";

    /// <summary>The order of <see cref="OrderTask"/>.</summary>
    public const string Order = "order-of-ada";

    /// <summary>The order of <see cref="ApprovedTask"/>.</summary>
    public const string ApprovedOrder = "dear-order-of-ada";

    /// <summary>The transaction of <see cref="PurchaseTask"/>.</summary>
    public const string Purchase = "purchase-of-ada";

    /// <summary>The transaction of <see cref="RefundTask"/>.</summary>
    public const string Refund = "refund-of-ada";

    /// <summary>A file that belongs to <see cref="OrderTask"/>, in two versions.</summary>
    public const string Attachment = "note.txt";

    /// <summary>The tasks, an export among them, for it is one.</summary>
    public IReadOnlyList<string> Tasks => [OrderTask, ApprovedTask, PurchaseTask, RefundTask, Export];

    /// <summary>Makes it all, and waits until it is done.</summary>
    public static async Task<Belongings> MakeAsync(GuardedHost host)
    {
        var (boss, ada) = (await host.KeyAsync("boss", Roles.Operator), await host.KeyAsync(Owner, Roles.None));
        var purchase = await SubmitAsync(host, boss, "purchases", $$"""{"owner":"{{Owner}}","accountId":"account-1001","amount":"129.90","currency":"EUR","transactionId":"{{Purchase}}","paymentMethod":"card"}""");
        await EndAsync(host, ada, purchase);
        var refund = await SubmitAsync(host, boss, "refunds", $$"""{"owner":"{{Owner}}","accountId":"account-1001","amount":"29.90","currency":"EUR","transactionId":"{{Refund}}","originalTransactionId":"{{Purchase}}"}""");
        await EndAsync(host, ada, refund);
        var order = await SubmitAsync(host, boss, "orders", OrderDraft(Order, 1));
        await EndAsync(host, ada, order);
        var approved = await SubmitAsync(host, boss, "orders", OrderDraft(ApprovedOrder, 100));
        await UntilAsync(async () => (await host.TextAsync("GET", $"/api/v1/tasks/{approved}", ada)).Contains("\"waiting\"", StringComparison.OrdinalIgnoreCase));
        await host.TextAsync("POST", $"/api/v1/tasks/{approved}/approve", boss, "{}");
        await EndAsync(host, ada, approved);
        foreach (var version in new[] { "first", "second" })
        {
            await host.TextAsync("PUT", $"/api/v1/tasks/{order}/attachments/{Attachment}", ada, $"\"{version}\"");
        }

        var export = Field(await host.TextAsync("POST", "/api/v1/exports", ada, """{"format":"jsonl"}"""), "id");
        await EndAsync(host, ada, export);
        return new Belongings(order, approved, purchase, refund, export);
    }

    /// <summary>The member of a JSON object.</summary>
    public static string Field(string json, string name) => JsonNode.Parse(json)![name]!.ToString();

    /// <summary>The ARN of a task's present execution.</summary>
    public static async Task<string> ExecutionAsync(GuardedHost host, string task) =>
        (await host.Server.Services.GetRequiredService<ITaskStore>().FindAsync(task))!.ExecutionArn!;

    /// <summary>Waits for the end of a task.</summary>
    public static Task EndAsync(GuardedHost host, string key, string task) => UntilAsync(async () =>
    {
        using var answer = await host.AskAsync("GET", $"/api/v1/tasks/{task}/status", key);
        return answer.StatusCode == System.Net.HttpStatusCode.OK;
    });

    private static string OrderDraft(string id, int quantity) =>
        $$$"""
        {"owner":"{{{Owner}}}","orderId":"{{{id}}}","customerId":"customer-2001","items":[{"sku":"laces-white","quantity":{{{quantity}}},"unitPrice":"45.00"}],"currency":"EUR","paymentMethod":"card",
         "carrier":"standard","shippingAddress":{"recipient":"Ada","street":"1 Mill Lane","city":"London","postalCode":"N1","country":"GB"}}
        """;

    private static async Task<string> SubmitAsync(GuardedHost host, string key, string what, string draft) => Field(await host.TextAsync("POST", $"/api/v1/{what}", key, draft), "id");

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}

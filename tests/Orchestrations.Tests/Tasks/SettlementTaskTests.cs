using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Tasks;

public sealed class SettlementTaskTests
{
    [Fact]
    public async Task Notes_in_each_task_whose_money_it_has_settled_and_hands_its_report_over_as_attachments()
    {
        await using var world = await TaskWorld.OpenAsync();
        var purchase = await EndedAsync(world, TaskKind.Purchase, Transaction("PURCHASE", "p-1", "10.00"));
        var refund = await EndedAsync(world, TaskKind.Refund, Transaction("REFUND", "r-1", "4.00").With("OriginalTransactionId", Json.Of("p-1")));
        var order = await EndedAsync(world, TaskKind.Order, TaskWorld.Order("20.00", "o-1"));
        var declined = await EndedAsync(world, TaskKind.Purchase, Transaction("PURCHASE", "p-2", "9.00").With("PaymentMethod", Json.Of("DECLINED")));
        world.Time.Advance(TimeSpan.FromHours(1));

        var batch = await SettleAsync(world);
        var again = await SettleAsync(world);

        var settlement = Text(batch, "settlementId");
        Assert.Equal([$"10.00 EUR settled in {settlement}."], await NotesAsync(world, purchase));
        Assert.Equal([$"4.00 EUR settled in {settlement}."], await NotesAsync(world, refund));
        Assert.Equal([$"20.00 EUR settled in {settlement}."], await NotesAsync(world, order));
        Assert.Empty(await NotesAsync(world, declined));
        Assert.Equal((TrackedStatus.Succeeded, TrackedStatus.Failed), (order.Status, declined.Status));
        Assert.NotEqual(settlement, Text(again, "settlementId"));
        var report = (JsonObject)((JsonObject)Json.Parse(batch.Result!))["report"]!;
        foreach (var form in new[] { "json", "csv" })
        {
            var path = ((JsonString)report[form]!).Value;
            Assert.Equal(await world.TextAsync(path), await world.TextAsync($"tasks/{batch.TaskId}/attachments/{path.Split('/')[^1]}"));
        }
    }

    private static async Task<TrackedTask> EndedAsync(TaskWorld world, TaskKind kind, JsonObject input) =>
        await world.EndAsync((await world.Tasks.SubmitAsync(TaskWorld.Submission(kind, input))).TaskId);

    private static async Task<TrackedTask> SettleAsync(TaskWorld world) =>
        await world.EndAsync((await world.Tasks.SubmitAsync(TaskWorld.Submission(TaskKind.Batch, Today(world)) with { Workflow = "SettlementBatch" })).TaskId);

    private static async Task<IEnumerable<string?>> NotesAsync(TaskWorld world, TrackedTask task) =>
        (await world.Tasks.DescribeAsync(task.TaskId)).History.Where(change => change.By.StartsWith("settlement-", StringComparison.Ordinal)).Select(change => change.Note);

    private static JsonObject Today(TaskWorld world) => JsonObject.Of(("date", Json.Of(world.Time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    private static JsonObject Transaction(string type, string id, string amount) => (JsonObject)Json.Parse(
        $$"""{"TransactionType":"{{type}}","TransactionId":"{{id}}","Amount":{{amount}},"Currency":"EUR"}""");

    private static string Text(TrackedTask task, string name) => ((JsonString)((JsonObject)Json.Parse(task.Result!))[name]!).Value;
}

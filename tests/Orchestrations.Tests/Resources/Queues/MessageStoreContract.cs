using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Queues;

/// <summary>What every <see cref="IMessageStore"/> must do.</summary>
public abstract class MessageStoreContract
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected ManualTimeProvider Time { get; } = new();

    protected abstract IMessageStore CreateStore();

    [Fact]
    public async Task Keeps_every_member_of_a_message()
    {
        var store = CreateStore();
        var draft = new MessageDraft("q.fifo", "id", "böse 𝄞")
        {
            Attributes = (JsonObject)Json.Parse("""{"a":{"DataType":"String","StringValue":"1.0"}}"""),
            Group = "g",
            DeduplicationId = "d",
            Delay = TimeSpan.FromSeconds(5),
        };

        var position = 0L;
        await store.PostAsync("1", [draft], posted =>
        {
            position = posted.Messages[0].Position;
            return JsonObject.Empty;
        });

        var now = Time.GetUtcNow();
        var expected = new QueuedMessage
        {
            Queue = "q.fifo",
            MessageId = "id",
            Position = position,
            Body = "böse 𝄞",
            Attributes = draft.Attributes,
            Group = "g",
            SentAt = now,
            VisibleAt = now.AddSeconds(5),
            ReceiveCount = 0,
        };
        Assert.Equal([expected], await store.ListAsync("q.fifo", 10));
        Assert.Equal(now.AddSeconds(5), await store.NextVisibleAsync("q.fifo"));
        Assert.Empty(await store.ListAsync("other", 10));
    }

    [Fact]
    public async Task Sends_nothing_again_for_an_attempt_that_is_made_again()
    {
        var store = CreateStore();

        var first = await store.PostAsync("attempt", [new MessageDraft("q", "1", "a")], posted => Answer(posted.Messages[0].MessageId));
        await store.DeleteAsync("q", "1");
        var second = await store.PostAsync("attempt", [new MessageDraft("q", "2", "b")], _ => Answer("another"));

        Assert.Equal(Answer("1"), first);
        Assert.Equal(first, second);
        Assert.Empty(await store.ListAsync("q", 10));
    }

    [Fact]
    public async Task Sends_all_or_nothing()
    {
        var store = CreateStore();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await store.PostAsync("attempt", [new MessageDraft("a", "1", ""), new MessageDraft("b", "2", "")], _ => throw new InvalidOperationException()));
        await store.PostAsync("other", [new MessageDraft("a", "3", ""), new MessageDraft("b", "4", "")], _ => JsonObject.Empty);

        Assert.Equal(["3"], (await store.ListAsync("a", 10)).Select(message => message.MessageId));
        Assert.Equal(["4"], (await store.ListAsync("b", 10)).Select(message => message.MessageId));
    }

    [Fact]
    public async Task Numbers_what_is_sent_in_order()
    {
        var store = CreateStore();
        var (attempts, messages) = (new List<long>(), new List<long>());

        for (var i = 0; i < 3; i++)
        {
            await store.PostAsync($"{i}", [new MessageDraft("q", $"{i}", "")], posted =>
            {
                attempts.Add(posted.Position);
                messages.Add(posted.Messages[0].Position);
                return JsonObject.Empty;
            });
        }

        Assert.Equal(attempts.Order().Distinct(), attempts);
        Assert.Equal(messages.Order().Distinct(), messages);
    }

    [Fact]
    public async Task Hands_a_message_to_one_at_a_time_until_it_is_deleted()
    {
        var store = CreateStore();
        await PostAsync(store, "q", "1", "2");

        var first = await store.ReceiveAsync("q", 1, Minute);
        var second = await store.ReceiveAsync("q", 10, Minute);
        var third = await store.ReceiveAsync("q", 10, Minute);
        Time.Advance(Minute);
        var again = await store.ReceiveAsync("q", 10, Minute);
        var isDeleted = await store.DeleteAsync("q", "1");
        var isDeletedTwice = await store.DeleteAsync("q", "1");
        Time.Advance(Minute);

        Assert.Equal([["1"], ["2"], []], new[] { Ids(first), Ids(second), Ids(third) });
        Assert.Equal([("1", 2), ("2", 2)], again.Select(message => (message.MessageId, message.ReceiveCount)));
        Assert.Equal((true, false), (isDeleted, isDeletedTwice));
        Assert.Equal(["2"], Ids(await store.ReceiveAsync("q", 10, Minute)));
    }

    [Fact]
    public async Task Hands_out_what_was_left_to_the_next()
    {
        var store = CreateStore();
        await PostAsync(store, "q", "1");
        await store.ReceiveAsync("q", 1, Minute);

        Assert.True(await store.ReleaseAsync("q", "1", TimeSpan.FromSeconds(2)));
        Assert.False(await store.ReleaseAsync("q", "none", TimeSpan.Zero));
        Assert.Empty(await store.ReceiveAsync("q", 1, Minute));
        Assert.Equal(Time.GetUtcNow().AddSeconds(2), await store.NextVisibleAsync("q"));
        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(["1"], Ids(await store.ReceiveAsync("q", 1, Minute)));
    }

    [Fact]
    public async Task Holds_a_group_back_while_one_of_its_messages_is_dealt_with()
    {
        var store = CreateStore();
        await store.PostAsync(
            "1",
            [new("q", "a1", "") { Group = "a" }, new("q", "a2", "") { Group = "a" }, new("q", "b1", "") { Group = "b" }],
            _ => JsonObject.Empty);

        var first = await store.ReceiveAsync("q", 1, Minute);
        var second = await store.ReceiveAsync("q", 10, Minute);
        await store.DeleteAsync("q", "a1");
        var third = await store.ReceiveAsync("q", 10, Minute);

        Assert.Equal([["a1"], ["b1"], ["a2"]], new[] { Ids(first), Ids(second), Ids(third) });
    }

    [Fact]
    public async Task Drops_what_repeats_itself_within_five_minutes()
    {
        var store = CreateStore();
        var first = await PostOnceAsync(store, "attempt 1", "1");

        Time.Advance(TimeSpan.FromMinutes(4));
        var repeated = await PostOnceAsync(store, "attempt 2", "2");
        Time.Advance(Minute);
        var later = await PostOnceAsync(store, "attempt 3", "3");

        Assert.Equal(("1", "1", "3"), (first.MessageId, repeated.MessageId, later.MessageId));
        Assert.Equal(first.Position, repeated.Position);
        Assert.Equal(["1", "3"], Ids(await store.ListAsync("q", 10)));
    }

    private static async Task<PostedMessage> PostOnceAsync(IMessageStore store, string attempt, string id)
    {
        PostedMessage? posted = null;
        await store.PostAsync(attempt, [new MessageDraft("q", id, "") { Group = "g", DeduplicationId = "same" }], all =>
        {
            posted = all.Messages[0];
            return JsonObject.Empty;
        });
        return posted!;
    }

    private static ValueTask<JsonObject> PostAsync(IMessageStore store, string queue, params string[] ids) =>
        store.PostAsync(string.Join(' ', ids), [.. ids.Select(id => new MessageDraft(queue, id, $"body {id}"))], _ => JsonObject.Empty);

    private static JsonObject Answer(string text) => JsonObject.Of(("MessageId", Json.Of(text)));

    private static string[] Ids(IReadOnlyList<QueuedMessage> messages) => [.. messages.Select(message => message.MessageId)];
}

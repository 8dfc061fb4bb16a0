using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Api.Tests.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest;

public sealed class IdempotencyTests : RestTest
{
    private const string Purchases = "/api/v1/purchases";
    private static readonly (string, string) Key = ("Idempotency-Key", "k-1");

    [Fact]
    public async Task The_same_request_again_is_answered_the_same_way_and_done_once()
    {
        var first = await Client.PostAsync(Purchases, TaskSubmissions.Purchase, RestClient.Operator, Key);
        var second = await Client.PostAsync(Purchases, TaskSubmissions.Purchase, RestClient.Operator, Key);

        Assert.Equal((201, first.Text, first.Header("Location"), first.Header("ETag")), (second.Status, second.Text, second.Header("Location"), second.Header("ETag")));
        Assert.Equal("true", second.Header("Idempotency-Replayed"));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Another_request_under_the_key_is_refused()
    {
        await Client.PostAsync(Purchases, TaskSubmissions.Purchase, RestClient.Operator, Key);

        var other = await Client.PostAsync(Purchases, TaskSubmissions.Purchase.Replace("10.50", "11", StringComparison.Ordinal), RestClient.Operator, Key);

        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Code));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_key_means_something_to_its_caller_on_its_route_only()
    {
        var first = await Client.PostAsync(Purchases, TaskSubmissions.Purchase, RestClient.Operator, Key);
        var ofAnother = await Client.PostAsync(Purchases, TaskSubmissions.Purchase, RestClient.Admin, Key);
        var elsewhere = await Client.PostAsync("/api/v1/refunds", TaskSubmissions.Refund, RestClient.Operator, Key);

        Assert.Equal((201, 201, 201), (first.Status, ofAnother.Status, elsewhere.Status));
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task A_request_that_was_turned_down_may_be_mended_under_its_key()
    {
        var bad = await Client.PostAsync(Purchases, "{}", RestClient.Operator, Key);
        var good = await Client.PostAsync(Purchases, TaskSubmissions.Purchase, RestClient.Operator, Key);

        Assert.Equal((400, 201), (bad.Status, good.Status));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_done_and_the_others_are_told_to_wait_or_get_its_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Client.PostAsync(Purchases, TaskSubmissions.Purchase, RestClient.Operator, Key)));

        Assert.All(answers, answer => Assert.True(answer.Status == 201 || answer.Code == "idempotency-key-in-use"));
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var answer = await Client.PostAsync(Purchases, TaskSubmissions.Purchase, RestClient.Operator, ("Idempotency-Key", key));

        Assert.Equal((400, "Idempotency-Key"), (answer.Status, answer.Pointers.Single()));
    }

    private async Task<int> CountAsync() => ((JsonArray)(await Client.GetAsync("/api/v1/tasks")).Object["items"]!).Count;
}

using System.Text;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.Api.Tests.Tasks;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Rest;

public sealed class ProblemTests : RestTest
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "route-not-found")]
    [InlineData("GET", "/api/v2/tasks", 404, "route-not-found")]
    [InlineData("PUT", "/api/v1/tasks", 405, "method-not-allowed")]
    [InlineData("OPTIONS", "/api/v1/tasks", 405, "method-not-allowed")]
    [InlineData("GET", "/api/v1/tasks?nothing=1", 400, "invalid-parameter")]
    [InlineData("GET", "/api/v1/tasks?limit=1&limit=2", 400, "invalid-parameter")]
    [InlineData("GET", "/api/v1/tasks?cursor=x", 400, "invalid-cursor")]
    [InlineData("GET", "/api/v1/tasks/task-1", 400, "invalid-parameter")]
    [InlineData("GET", TaskScenario.Nowhere, 404, "not-found")]
    public async Task A_failure_is_a_problem_with_a_code(string method, string path, int status, string code)
    {
        var answer = await Client.SendAsync(new HttpMethod(method), path, RestClient.Operator, content: null);

        Assert.Equal((status, "application/problem+json", code), (answer.Status, answer.ContentType, answer.Code));
        Assert.Equal((path.Split('?')[0], answer.Header("X-Request-Id")), (answer.Member("instance"), answer.Member("requestId")));
    }

    [Theory]
    [InlineData("/api/v1/clock", """{"advance":"1h"}""", "/advance", "Expected an ISO 8601 duration of days, hours, minutes and seconds, such as PT24H, found \"1h\".")]
    [InlineData("/api/v1/refunds", """{"orderId":"o","amount":1,"currency":"E1R"}""", "/currency", "Expected three letters, such as EUR, found \"E1R\".")]
    [InlineData("/api/v1/clock", """{"advance":"P9999D"}""", "/advance", "at most 400 days")]
    [InlineData("/api/v1/keys", """{"owner":"a","roles":["Operator"]}""", "/roles/0", "one of viewer, operator, worker, author, admin")]
    [InlineData("/api/v1/refunds", """{"orderId":"o","amount":1,"currency":"EURO"}""", "/currency", "Expected 3 characters, found 4")]
    [InlineData("/api/v1/schedules/s/run", """{"input":{}}""", "/input", "no such member")]
    public async Task A_fault_in_a_body_is_told_what_was_expected_and_where(string path, string body, string pointer, string expected)
    {
        var answer = await Client.PostAsync(path, body, RestClient.Admin);

        Assert.Equal((400, "invalid-body", pointer), (answer.Status, answer.Code, answer.Pointers.Single()));
        Assert.Contains(expected, answer.Member("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        var answer = await Client.SendAsync(HttpMethod.Put, "/api/v1/tasks", RestClient.Operator, content: null);

        Assert.Equal("GET", answer.Header("Allow"));
    }

    [Fact]
    public async Task A_bug_shows_nothing_of_the_inside_but_the_id_of_the_request()
    {
        var task = await Client.PostAsync("/api/v1/purchases", TaskSubmissions.Purchase);
        Server.Tasks.Bug = new InvalidOperationException("secret of the inside");

        var answer = await Client.GetAsync(task.Header("Location")!);

        Assert.Equal((500, "internal-error"), (answer.Status, answer.Code));
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=latin1")]
    [InlineData(null)]
    public async Task A_body_of_another_type_is_not_read(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(TaskSubmissions.Purchase));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await Client.SendAsync(HttpMethod.Post, "/api/v1/purchases", RestClient.Operator, content);

        Assert.Equal((415, "unsupported-media-type"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Every_fault_of_a_body_is_named_at_once_with_its_place()
    {
        var answer = await Client.PostAsync(
            "/api/v1/orders",
            """{"items":[{"sku":"","quantity":0},{"quantity":"2","unitPrice":-1}],"currency":"euro","priority":"High","due":"tomorrow","a/b~c":1,"customerId":"x","customerId":"y"}""");

        Assert.Equal((400, "invalid-body"), (answer.Status, answer.Code));
        Assert.Equal(
            ["/a~1b~0c", "/currency", "/customerId", "/due", "/items/0/quantity", "/items/0/sku", "/items/1/quantity", "/items/1/sku", "/items/1/unitPrice", "/priority"],
            answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_fault_of_the_parameters_is_named_at_once()
    {
        var answer = await Client.GetAsync("/api/v1/tasks?status=Pending&status=pending&limit=0&createdFrom=2026-05-04&order=up&text=%20&x=1");

        Assert.Equal(["createdFrom", "limit", "order", "status", "text", "x"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_text_that_is_not_JSON_is_told_where()
    {
        var answer = await Client.PostAsync("/api/v1/purchases", "{\n  \"accountId\": oops }");

        Assert.Equal("malformed-json", answer.Code);
        Assert.Contains("line 2", answer.Member("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_beside_the_API_have_a_request_id_too()
    {
        var answer = await Client.GetAsync("/health/live", caller: null);

        Assert.True(Guid.TryParse(answer.Header("X-Request-Id"), out _));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/api/v1/tasks")]
    [InlineData("/api/v1/nothing")]
    public async Task Every_answer_has_the_time_on_the_servers_clock(string path)
    {
        Server.Time.Now += TimeSpan.FromDays(40);

        var answer = await Client.GetAsync(path);

        Assert.Equal("2027-02-24T08:00:00.125Z", answer.Header("X-Server-Time"));
    }

    [Fact]
    public async Task What_a_workflow_would_refuse_is_refused_before_there_is_a_task()
    {
        var answer = await Client.PostAsync("/api/v1/orders", """{"customerId":"c","items":[{"sku":"s","quantity":3,"unitPrice":"10.50"}],"currency":"EUR","total":30}""");

        Assert.Equal((422, "invalid-submission"), (answer.Status, answer.Code));
        Assert.Equal(JsonArray.Empty, (await Client.GetAsync("/api/v1/tasks")).Object["items"]);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Api.Tests.Wire;

public class WireEndpointTests : ApiTest
{
    [Theory]
    [InlineData("AWSStepFunctions.StartExecutions", "Expected the header X-Amz-Target to name an action of AWS Step Functions, found 'AWSStepFunctions.StartExecutions'.")]
    [InlineData("AWSStepFunctions.startexecution", "Expected the header X-Amz-Target to name an action of AWS Step Functions, found 'AWSStepFunctions.startexecution'.")]
    [InlineData("StartExecution", "Expected the header X-Amz-Target to name an action of AWS Step Functions, found 'StartExecution'.")]
    [InlineData("DynamoDB_20120810.GetItem", "Expected the header X-Amz-Target to name an action of AWS Step Functions, found 'DynamoDB_20120810.GetItem'.")]
    [InlineData(null, "Expected the header X-Amz-Target: AWSStepFunctions.<Action>, found none.")]
    public async Task Refuses_what_is_no_action(string? target, string message)
    {
        using var content = new StringContent("{}");

        Assert.Equal(ApiAnswer.Error("UnknownOperationException", message), await Server.SendAsync(target, content));
    }

    [Theory]
    [InlineData("7B 22 61 22 3A 22 FF 22 7D", 6)]
    [InlineData("7B 22 61 22 3A 22 C3 A4 C3", 8)]
    [InlineData("7B 22 61 22 3A 22 ED A0 80 22 7D", 6)]
    public async Task Refuses_a_body_that_is_not_UTF_8(string bytes, int offset)
    {
        using var content = new ByteArrayContent(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)));

        Assert.Equal(
            ApiAnswer.Error("SerializationException", $"Expected a JSON object in UTF-8, found a byte that is not UTF-8 at offset {offset}"),
            await Server.SendAsync("AWSStepFunctions.StartExecution", content));
    }

    [Theory]
    [InlineData("{", "Expected a JSON object, found text that is not JSON")]
    [InlineData("{}{}", "Expected a JSON object, found text that is not JSON")]
    [InlineData("stateMachineArn=1", "Expected a JSON object, found text that is not JSON")]
    [InlineData("[]", "Start of list found where not expected")]
    [InlineData("null", "Expected a JSON object, found a null")]
    [InlineData("12", "Expected a JSON object, found a number")]
    [InlineData("\u0000", "Expected a JSON object, found text that is not JSON")]
    public async Task Refuses_a_body_that_is_no_JSON_object(string body, string message)
    {
        var answer = await Server.CallAsync("StartExecution", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith($$"""{"__type":"SerializationException","message":"{{message}}""", answer.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_body_that_nests_too_deep()
    {
        var answer = await Server.CallAsync("StartExecution", $"{{\"a\":{new string('[', 200_000)}");

        Assert.StartsWith("{\"__type\":\"SerializationException\"", answer.Body.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_a_body_that_is_too_large(bool saysSoBeforehand)
    {
        using var content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes($"{{\"a\":\"{new string('a', 1024 * 1024)}\"}}")));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        message.Headers.TransferEncodingChunked = !saysSoBeforehand;
        message.Headers.Add("X-Amz-Target", "AWSStepFunctions.StartExecution");

        using var response = await Server.Client.SendAsync(message);

        Assert.Equal(
            ApiAnswer.Error("RequestEntityTooLargeException", "The request is larger than 1048576 bytes.", HttpStatusCode.RequestEntityTooLarge),
            await ApiAnswer.ReadAsync(response));
    }

    [Fact]
    public async Task Has_an_answer_for_every_refusal()
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            Executions.Describe = _ => throw new RefusedException(refusal, "because");

            var answer = await CallAsync("DescribeExecution", $"{{'executionArn':'{Samples.ExecutionArn}'}}");

            var expected = refusal switch
            {
                Refusal.Unavailable => HttpStatusCode.ServiceUnavailable,
                Refusal.Conflict => HttpStatusCode.Conflict,
                Refusal.ServiceQuotaExceeded => HttpStatusCode.PaymentRequired,
                _ => HttpStatusCode.BadRequest,
            };
            Assert.Equal(expected, answer.Status);
        }
    }

    [Fact]
    public async Task Answers_an_error_of_its_own_without_saying_what_it_was()
    {
        Executions.Describe = _ => throw new InvalidOperationException("a secret");

        Assert.Equal(
            ApiAnswer.Error("InternalServerError", "The request failed because of an error inside the server.", HttpStatusCode.InternalServerError),
            await CallAsync("DescribeExecution", $"{{'executionArn':'{Samples.ExecutionArn}'}}"));
    }

    [Fact]
    public async Task Goes_on_after_a_client_that_left_in_the_middle_of_its_request()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, Server.Client.BaseAddress!.Port);
            await client.GetStream().WriteAsync(
                "POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: AWSStepFunctions.ListStateMachines\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        }

        Assert.Equal(ApiAnswer.Ok("""{"stateMachines":[]}"""), await CallAsync("ListStateMachines", "{}"));
    }
}

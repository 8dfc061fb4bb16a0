using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TaskOrchestration.Api.Tests.Admission;

public sealed class AdmissionTests
{
    [Fact]
    public async Task One_request_more_than_there_are_places_for_is_throttled_in_the_words_of_AWS_and_not_begun()
    {
        await using var server = await BusyServer.StartAsync(("Requests", 2));
        var first = await server.BeginAsync("DescribeExecution");
        var second = await server.BeginAsync("ListExecutions");

        using var third = await server.AskAsync("StopExecution");

        Assert.Equal((HttpStatusCode.BadRequest, "1"), (third.StatusCode, third.Headers.RetryAfter!.ToString()));
        Assert.True(Guid.TryParse(third.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        Assert.Equal("""{"__type":"ThrottlingException","message":"Rate exceeded"}""", await third.Content.ReadAsStringAsync());
        Assert.Equal(["DescribeExecution", "ListExecutions"], server.Actions);
        server.End(2);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [(await first).StatusCode, (await second).StatusCode]);
    }

    [Fact]
    public async Task A_place_that_has_become_free_is_taken_again()
    {
        await using var server = await BusyServer.StartAsync(("Requests", 1));
        for (var round = 0; round < 3; round++)
        {
            var answer = await server.BeginAsync("DescribeExecution");
            Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("DescribeExecution")).StatusCode);
            server.End(1);
            Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        }
    }

    [Fact]
    public async Task Starts_leave_a_place_in_four_to_those_who_bring_to_an_end_what_was_begun()
    {
        await using var server = await BusyServer.StartAsync(("Requests", 4));
        for (var i = 0; i < 3; i++)
        {
            await server.BeginAsync("StartExecution");
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("StartExecution")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("RedriveExecution")).StatusCode);
        await server.BeginAsync("SendTaskSuccess");
        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("SendTaskSuccess")).StatusCode);
    }

    [Fact]
    public async Task Those_who_wait_for_something_are_counted_apart()
    {
        await using var server = await BusyServer.StartAsync(("Requests", 1), ("Runs", 2), ("Pollers", 1));
        await server.BeginAsync("GetActivityTask");
        await server.BeginAsync("StartSyncExecution");
        await server.BeginAsync("TestState");
        await server.BeginAsync("DescribeExecution");

        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("GetActivityTask")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("StartSyncExecution")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("TestState")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("DescribeExecution")).StatusCode);
    }

    [Fact]
    public async Task Whoever_only_dribbles_takes_up_no_place()
    {
        await using var server = await BusyServer.StartAsync(("Requests", 1));
        using var dribbler = new TcpClient("127.0.0.1", server.Client.BaseAddress!.Port);
        await dribbler.GetStream().WriteAsync("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nX-Amz-Target: AWSStepFunctions.DescribeExecution\r\nContent-Length: 2\r\n\r\n{"u8.ToArray());
        // It is said when the body is being read, so that a place would be taken by now.
        await ReadsAsync(dribbler, "HTTP/1.1 100 Continue\r\n\r\n");

        var answer = await server.BeginAsync("DescribeExecution");
        server.End(1);
        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);

        server.End(1);
        await dribbler.GetStream().WriteAsync("}"u8.ToArray());
        await ReadsAsync(dribbler, "HTTP/1.1 200 OK");
    }

    [Fact]
    public async Task Large_bodies_take_up_places_of_their_own_beside_the_others()
    {
        await using var server = await BusyServer.StartAsync(("Requests", 3), ("LargeRequests", 1));
        var large = await server.BeginAsync("CreateStateMachine", new ByteArrayContent(new byte[100_000]));

        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("CreateStateMachine", new ByteArrayContent(new byte[100_000]))).StatusCode);
        await server.BeginAsync("CreateStateMachine", new ByteArrayContent(new byte[1_000]));
        await server.BeginAsync("DescribeExecution");
        Assert.Equal(HttpStatusCode.BadRequest, (await server.AskAsync("DescribeExecution")).StatusCode);
        server.End(3);
        Assert.Equal("done 100000", await (await large).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Other_endpoints_answer_as_ever()
    {
        await using var server = await BusyServer.StartAsync(("Requests", 1));
        await server.BeginAsync("DescribeExecution");

        Assert.Equal("done", await server.Client.GetStringAsync("/other"));
    }

    [Theory]
    [InlineData("Requests")]
    [InlineData("Runs")]
    [InlineData("Pollers")]
    [InlineData("LargeRequests")]
    [InlineData("Connections")]
    public async Task Settings_that_make_no_sense_are_named(string setting)
    {
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => BusyServer.StartAsync((setting, 0)));
        Assert.Equal($"The settings are wrong: expected Admission:{setting} to be at least 1, found 0.", refused.Message);
    }

    private static async Task ReadsAsync(TcpClient client, string expected)
    {
        var buffer = new byte[expected.Length];
        await client.GetStream().ReadExactlyAsync(buffer);
        Assert.Equal(expected, Encoding.ASCII.GetString(buffer));
    }
}

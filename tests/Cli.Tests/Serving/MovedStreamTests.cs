using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using TaskOrchestration.Cli.Serving;

namespace TaskOrchestration.Cli.Tests.Serving;

/// <summary>What those are told who watch an execution while the clock is moved.</summary>
public sealed class MovedStreamTests : IDisposable
{
    private const string Pause = """{"StartAt":"Pause","States":{"Pause":{"Type":"Wait","Seconds":360000,"End":true}}}""";

    /// <summary>A silence lasts no longer, so the time that was told last is no older.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("moved-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Who_watches_an_execution_is_told_the_time_as_the_clock_is_moved()
    {
        await using var server = await LocalServer.StartAsync(new ServerOptions(0, data.FullName, new Dictionary<string, string>()) { Anonymous = true, HasMovableClock = true }, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(2) };
        var machine = await CallAsync(http, "CreateStateMachine", new { name = "Pause", definition = Pause, roleArn = "arn:aws:iam::123456789012:role/any" });
        var execution = await CallAsync(http, "StartExecution", new { stateMachineArn = machine.GetProperty("stateMachineArn").GetString() });
        var arn = Uri.EscapeDataString(execution.GetProperty("executionArn").GetString()!);
        using var stream = new StreamReader(await http.GetStreamAsync(new Uri($"/api/v1/executions/{arn}/live", UriKind.Relative)));
        var before = await NowAsync(stream);

        var moved = await http.PostAsJsonAsync(new Uri("/api/v1/clock", UriKind.Relative), new { advance = "PT10M" });
        var then = (await moved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset();
        var told = before;
        while (told < then - Silence)
        {
            told = await NowAsync(stream);
        }

        Assert.InRange(then - before, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
        Assert.InRange(Moment(moved.Headers.GetValues("X-Server-Time").Single()), then, then.AddMinutes(1));
    }

    private static async Task<DateTimeOffset> NowAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: {\"status\"", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line[6..]).RootElement.GetProperty("now").GetDateTimeOffset();
            }
        }

        throw new EndOfStreamException("Expected where the execution stands, found the end of the stream.");
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<JsonElement> CallAsync(HttpClient http, string action, object request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(JsonSerializer.Serialize(request), new MediaTypeHeaderValue("application/x-amz-json-1.0")),
            Headers = { { "X-Amz-Target", $"AWSStepFunctions.{action}" } },
        };
        using var answer = await http.SendAsync(message);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

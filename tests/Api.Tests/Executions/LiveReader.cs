using System.Text;
using TaskOrchestration.Api.Tests.Rest.Serving;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Executions;

/// <summary>Reads server-sent events from a real connection, as they come.</summary>
internal sealed class LiveReader : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private HttpResponseMessage? _response;
    private StreamReader? _reader;

    /// <summary>The answer's status.</summary>
    public int Status => (int)_response!.StatusCode;

    public static async Task<LiveReader> OpenAsync(RestServer server, string pathAndQuery, string caller = RestClient.Operator, long? lastEventId = null)
    {
        var reader = new LiveReader();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, pathAndQuery));
        request.Headers.Add(RestServer.CallerHeader, caller);
        if (lastEventId is { } id)
        {
            request.Headers.Add("Last-Event-ID", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        reader._response = await reader._http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        reader._reader = new StreamReader(await reader._response.Content.ReadAsStreamAsync(), Encoding.UTF8);
        return reader;
    }

    public string? Header(string name) => _response!.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public string? ContentType => _response!.Content.Headers.ContentType?.ToString();

    /// <summary>The next event; null when the stream has ended. Comments are passed over.</summary>
    public async Task<LiveEvent?> NextAsync()
    {
        string? name = null, id = null, data = null;
        while (await _reader!.ReadLineAsync() is { } line)
        {
            if (line.Length == 0 && name is not null)
            {
                return new LiveEvent(name, id, (JsonObject)Json.Parse(data!));
            }

            var (field, value) = line.Split(": ", 2) is [var first, var second] ? (first, second) : (line, "");
            name = field == "event" ? value : name;
            id = field == "id" ? value : id;
            data = field == "data" ? value : data;
        }

        return null;
    }

    /// <summary>All events up to the first that says how the execution stands, that one included.</summary>
    public async Task<IReadOnlyList<LiveEvent>> UpToStatusAsync()
    {
        var events = new List<LiveEvent>();
        while (await NextAsync() is { } next)
        {
            events.Add(next);
            if (next.Name == "status")
            {
                break;
            }
        }

        return events;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _response?.Dispose();
        _http.Dispose();
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Cli.Tests.Telemetry;

/// <summary>Takes what is exported by OTLP over HTTP.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Message)> received = new();
    private readonly WebApplication application;

    private OtlpReceiver(WebApplication application) => this.application = application;

    public Uri Address => new(application.Urls.Single());

    public IEnumerable<(string TraceId, string Id, string Parent, string Name)> Spans => MessagesAt("/v1/traces")
        .SelectMany(message => ProtobufField.At(message, 1, 2, 2))
        .Select(span => ProtobufField.Read(span.Bytes).ToList())
        .Select(span => (Hex(span, 1), Hex(span, 2), Hex(span, 4), span.Single(part => part.Number == 5).Text));

    public IEnumerable<string> Metrics => MessagesAt("/v1/metrics").SelectMany(message => ProtobufField.At(message, 1, 2, 2, 1)).Select(name => name.Text).Distinct();

    public IEnumerable<string> LogTexts => MessagesAt("/v1/logs").SelectMany(message => ProtobufField.At(message, 1, 2, 2, 5, 1)).Select(text => text.Text);

    /// <summary>The resource's attributes whose values are texts.</summary>
    public IReadOnlyDictionary<string, string> Resource => MessagesAt("/v1/traces").Take(1)
        .SelectMany(message => ProtobufField.At(message, 1, 1, 1))
        .ToDictionary(attribute => ProtobufField.At(attribute.Bytes, 1).Single().Text, attribute => ProtobufField.At(attribute.Bytes, 2, 1).SingleOrDefault().Text);

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver.application.Run(async context =>
        {
            using var message = new MemoryStream();
            await context.Request.Body.CopyToAsync(message);
            receiver.received.Enqueue((context.Request.Path, message.ToArray()));
        });
        await receiver.application.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private IEnumerable<byte[]> MessagesAt(string path) => received.Where(message => message.Path == path).Select(message => message.Message);

    private static string Hex(IEnumerable<ProtobufField> message, int number) => message.SingleOrDefault(field => field.Number == number).Hex;
}

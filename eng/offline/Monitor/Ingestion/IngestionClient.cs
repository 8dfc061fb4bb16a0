using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using OpenTelemetry;
using OpenTelemetry.Resources;

namespace Azure.Monitor.OpenTelemetry.Exporter.Ingestion;

/// <summary>Sends items to Application Insights.</summary>
internal sealed class IngestionClient
{
    private const string Scope = "https://monitor.azure.com//.default";

    private readonly ConnectionText connection;
    private readonly HttpPipeline pipeline;

    public IngestionClient(AzureMonitorExporterOptions options)
    {
        connection = ConnectionText.Parse(options.ConnectionString);
        pipeline = options.Credential is { } credential
            ? HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, Scope))
            : HttpPipelineBuilder.Build(options);
    }

    public JsonObject Item(string kind, DateTime time, Resource? about, string type, JsonObject content, string? operation = null, string? parent = null, double sampleRate = 100) => new()
    {
        ["name"] = kind,
        ["time"] = time.ToUniversalTime().ToString("O"),
        ["sampleRate"] = sampleRate,
        ["iKey"] = connection.Key,
        ["tags"] = Tags(about, operation, parent),
        ["data"] = new JsonObject { ["baseType"] = type, ["baseData"] = content },
    };

    public ExportResult Send(IEnumerable<JsonObject> items)
    {
        using var silence = SuppressInstrumentationScope.Begin();
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri(connection.Endpoint, "v2.1/track"));
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(new BinaryData(new JsonArray([.. items]).ToJsonString()));
        try
        {
            pipeline.Send(message, CancellationToken.None);
            return message.Response.IsError ? ExportResult.Failure : ExportResult.Success;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            return ExportResult.Failure;
        }
    }

    public static JsonObject Properties(IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        var properties = new JsonObject();
        foreach (var (name, value) in attributes)
        {
            properties[name] = value?.ToString();
        }

        return properties;
    }

    private static JsonObject Tags(Resource? about, string? operation, string? parent)
    {
        var attributes = (about ?? Resource.Empty).Attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value.ToString());
        return new JsonObject
        {
            ["ai.cloud.role"] = attributes.GetValueOrDefault("service.name"),
            ["ai.cloud.roleInstance"] = attributes.GetValueOrDefault("service.instance.id"),
            ["ai.operation.id"] = operation,
            ["ai.operation.parentId"] = parent,
        };
    }
}

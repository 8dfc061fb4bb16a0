using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Resources.Events;
using TaskOrchestration.Orchestrations.Resources.Objects;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Tables;
using TaskOrchestration.Orchestrations.Resources.Topics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Stage;

/// <summary>What a recorded test did to services before its execution began.</summary>
internal static partial class StageSetting
{
    private const string EventRule = "EventBridge rule on the default bus with a SQS queue as target";

    private static readonly ArnScheme Arns = new("us-east-1", Births.Account);

    /// <summary>Calls that only look, or that whoever holds a task token makes later.</summary>
    private static readonly string[] WithoutEffect =
        ["sqs GetQueueAttributes", "sqs ReceiveMessage", "s3 GetObject", "stepfunctions SendTaskSuccess", "stepfunctions SendTaskFailure", "stepfunctions SendTaskHeartbeat", "stepfunctions DeleteStateMachine", "stepfunctions DescribeStateMachine"];

    private static readonly Dictionary<string, Action<IServiceProvider, JsonObject>> Known = new(StringComparer.Ordinal)
    {
        ["sqs CreateQueue"] = static (services, call) => services.GetRequiredService<QueueDirectory>().Add(
            new QueueRecord(call.Text("QueueName")!) { DeduplicatesByContent = call.Object("Attributes").Text("ContentBasedDeduplication") == "true" }),
        ["sns CreateTopic"] = static (services, call) => services.GetRequiredService<TopicDirectory>().Add(
            new Topic(call.Text("Name")!) { DeduplicatesByContent = call.Object("Attributes").Text("ContentBasedDeduplication") == "true" }),
        ["sns DeleteTopic"] = static (services, call) => services.GetRequiredService<TopicDirectory>().Remove(call.Text("TopicArn")!.Split(':')[^1]),
        ["sns Subscribe"] = static (services, call) => services.GetRequiredService<TopicDirectory>().Subscribe(
            call.Text("TopicArn")!.Split(':')[^1],
            new Subscription(QueueAddress.NameInArn(call.Text("Endpoint")!)!, call.Object("Attributes").Text("RawMessageDelivery") == "true")),
        ["dynamodb CreateTable"] = static (services, call) => services.GetRequiredService<TableDirectory>().Add(Table(call)),
        ["stepfunctions CreateActivity"] = static (services, call) => CaseWorld.Now(services.GetRequiredService<ActivityCatalog>().CreateAsync(call.Text("name")!, encryption: null).AsTask()),
        ["stepfunctions DeleteActivity"] = static (services, call) => services.GetRequiredService<ActivityCatalog>().DeleteAsync(call.Text("activityArn")!).AsTask().GetAwaiter().GetResult(),
        ["s3 CreateBucket"] = static (services, call) => services.GetRequiredService<BucketDirectory>().Add(call.Text("Bucket")!),
        ["s3 PutObject"] = static (services, call) => Put(services.GetRequiredService<IBlobStore>(), call),
    };

    /// <summary>What of it has no counterpart here, or null.</summary>
    public static string? Missing(JsonArray setup) => setup
        .Where(call => call.Text("setup") != EventRule && !WithoutEffect.Contains(NameOf(call)) && !Known.ContainsKey(NameOf(call)))
        .Select(call => call.Text("setup") ?? (call.Text("service") is { } service and not "stepfunctions" ? $"service {service}" : $"action {call.Text("call")}"))
        .FirstOrDefault();

    /// <summary>Does it, as far as it has a counterpart.</summary>
    public static void Apply(JsonArray setup, IServiceProvider services)
    {
        foreach (var call in setup)
        {
            if (call.Text("setup") == EventRule)
            {
                AddRule(services, call.Text("queue")!, call.Object("event_pattern"));
            }
            else if (Known.TryGetValue(NameOf(call), out var set))
            {
                set(services, Resolved(setup, call.Object("params")!));
            }
        }
    }

    /// <summary>Parameters that were taken out of an earlier answer: of those an activity's ARN is known beforehand.</summary>
    private static JsonObject Resolved(JsonArray setup, JsonObject parameters) => JsonObject.Of(parameters.Select(parameter => KeyValuePair.Create(
        parameter.Key,
        parameter.Value is JsonString text && EarlierActivity().Match(text.Value) is { Success: true } match
            ? Json.Of(Arns.Activity(setup[int.Parse(match.Groups["step"].ValueSpan) - 1].Object("params").Text("name")!))
            : parameter.Value)));

    private static string NameOf(Json call) => $"{call.Text("service")} {call.Text("call")}";

    private static void AddRule(IServiceProvider services, string queueUrl, JsonObject? pattern)
    {
        var queue = QueueAddress.NameIn(queueUrl);
        services.GetRequiredService<QueueDirectory>().Add(new QueueRecord(queue));
        services.GetRequiredService<EventRules>().Add(new EventRule("rule", queue) { Pattern = pattern });
    }

    /// <summary>The test that made the recording names a table's keys in its own way, or in that of the API.</summary>
    private static TableSchema Table(JsonObject call)
    {
        var keys = call.Items("KeySchema").ToLookup(key => key.Text("KeyType"), key => key.Text("AttributeName")!);
        var name = call.Text("table_name") ?? call.Text("TableName")!;
        var sort = keys["RANGE"].FirstOrDefault();
        return new TableSchema(name, new KeyPart(call.Text("partition_key") ?? keys["HASH"].First())) { SortKey = sort is null ? null : new KeyPart(sort) };
    }

    private static void Put(IBlobStore blobs, JsonObject call)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(call.Text("Body") ?? ""));
        var draft = new BlobDraft(call.Text("ContentType") ?? "binary/octet-stream", "setup");
        CaseWorld.Now(blobs.WriteAsync($"{call.Text("Bucket")}/{call.Text("Key")}", content, draft).AsTask());
    }

    [GeneratedRegex(@"^\$\{r(?<step>[0-9]+)\.activityArn\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EarlierActivity();
}

using Microsoft.Extensions.Configuration;
using TaskOrchestration.Orchestrations.Resources.Events;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.Tables;
using TaskOrchestration.Orchestrations.Resources.Topics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>What a configuration says there is for services to work with. Read as a whole when the host starts, so that a mistake shows at once.</summary>
internal static class ServiceSettings
{
    private static readonly string[] KeyTypes = ["S", "N", "B"];

    /// <summary>Whether naming a queue, a topic or a bucket is enough: <c>Services:CreateOnFirstUse</c>, true where it is not set.</summary>
    public static ServiceOptions Options(IConfiguration settings)
    {
        var section = settings.GetSection("Services:CreateOnFirstUse");
        return new ServiceOptions
        {
            CreatesOnFirstUse = section.Value is null || (bool.TryParse(section.Value, out var value) ? value : throw Wrong(section, "true or false")),
        };
    }

    /// <summary><c>Queues:NAME</c>.</summary>
    public static IEnumerable<QueueRecord> Queues(IConfiguration settings) => settings.GetSection("Queues").GetChildren().Select(queue =>
        new QueueRecord(queue.Key) { DeduplicatesByContent = Flag(queue.GetSection("ContentBasedDeduplication")) });

    /// <summary><c>Topics:NAME</c>, with the queues that have subscribed.</summary>
    public static IEnumerable<Topic> Topics(IConfiguration settings) => settings.GetSection("Topics").GetChildren().Select(topic => new Topic(topic.Key)
    {
        DeduplicatesByContent = Flag(topic.GetSection("ContentBasedDeduplication")),
        Subscriptions = [.. topic.GetSection("Queues").GetChildren().Select(queue => new Subscription(Text(queue), Flag(topic.GetSection("RawMessageDelivery"))))],
    });

    /// <summary><c>EventRules:NAME</c>. The queue is <paramref name="queueOf"/> the rule where it names none.</summary>
    public static IEnumerable<EventRule> Rules(IConfiguration settings, Func<string, string> queueOf) => settings.GetSection("EventRules").GetChildren().Select(rule =>
        new EventRule(rule.Key, rule["Queue"] ?? queueOf(rule.Key)) { Bus = rule["EventBus"] ?? EventRule.DefaultBus, Pattern = Pattern(rule.GetSection("Pattern")) });

    /// <summary><c>Tables:NAME</c>: <c>"id"</c>, <c>"id,sort"</c>, or an object with the names and types of the keys.</summary>
    public static IEnumerable<TableSchema> Tables(IConfiguration settings) => settings.GetSection("Tables").GetChildren().Select(ReadTable);

    /// <summary>The addresses of a section that has some beside other settings.</summary>
    public static IEnumerable<(string Name, HttpFunction Address)> Addresses(IConfigurationSection section) => section.GetChildren()
        .Where(one => one.Value is { Length: > 0 } || one["Url"] is not null)
        .Select(one => (one.Key, HttpFunctionSettings.ReadFunction(one)));

    /// <summary>The handlers of resources: <c>Integrations:ecs:runTask.sync</c>, <c>Integrations:aws-sdk:ec2:describeInstances</c>.</summary>
    public static IEnumerable<(string Resource, HttpFunction Address)> Integrations(IConfigurationSection section) => section.GetChildren().SelectMany(one =>
        one.Value is not null || one["Url"] is not null
            ? [(one.Path[(one.Path.IndexOf(':') + 1)..], HttpFunctionSettings.ReadFunction(one))]
            : Integrations(one));

    private static TableSchema ReadTable(IConfigurationSection table)
    {
        if (table.Value is { } inShort)
        {
            var names = inShort.Split(',', StringSplitOptions.TrimEntries);
            return names is [{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }]
                ? new TableSchema(table.Key, new KeyPart(names[0])) { SortKey = names.Length == 2 ? new KeyPart(names[1]) : null }
                : throw Wrong(table, "the name of the partition key, or both names with a comma in between");
        }

        return new TableSchema(table.Key, new KeyPart(Text(table.GetSection("PartitionKey")), KeyType(table.GetSection("PartitionKeyType"))))
        {
            SortKey = table["SortKey"] is { Length: > 0 } name ? new KeyPart(name, KeyType(table.GetSection("SortKeyType"))) : null,
        };
    }

    private static JsonObject? Pattern(IConfigurationSection setting)
    {
        if (setting.Value is null)
        {
            return null;
        }

        try
        {
            return Json.Parse(setting.Value) is JsonObject pattern && EventPattern.ProblemIn(pattern) is null ? pattern : throw Wrong(setting, "an event pattern, as JSON in a text");
        }
        catch (JsonSyntaxException)
        {
            throw Wrong(setting, "an event pattern, as JSON in a text");
        }
    }

    private static string KeyType(IConfigurationSection setting) => setting.Value is null ? "S" : KeyTypes.Contains(setting.Value) ? setting.Value : throw Wrong(setting, "S, N or B");

    private static bool Flag(IConfigurationSection setting) =>
        setting.Value is not null && (bool.TryParse(setting.Value, out var value) ? value : throw Wrong(setting, "true or false"));

    private static string Text(IConfigurationSection setting) => setting.Value is { Length: > 0 } text ? text : throw Wrong(setting, "a name");

    private static InvalidOperationException Wrong(IConfigurationSection setting, string expected) =>
        new($"{setting.Path}: expected {expected}, found {(setting.Value is null ? "nothing" : $"'{setting.Value}'")}.");
}

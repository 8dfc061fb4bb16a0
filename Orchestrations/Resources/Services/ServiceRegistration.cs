using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Orchestrations.Resources.Events;
using TaskOrchestration.Orchestrations.Resources.Http;
using TaskOrchestration.Orchestrations.Resources.Objects;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.Orchestrations.Resources.StepFunctions;
using TaskOrchestration.Orchestrations.Resources.Tables;
using TaskOrchestration.Orchestrations.Resources.Topics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Services;

/// <summary>Registers the services of AWS that are here, and those who get at what tasks give to them.</summary>
public static class ServiceRegistration
{
    /// <summary>
    /// Adds DynamoDB, SQS, SNS, EventBridge, S3, <c>http:invoke</c> and <c>aws-sdk:sfn</c>, over the <see cref="IItemStore"/>, the <see cref="IMessageStore"/> and the blob store
    /// that are registered. Where there is no store, tasks that want one fail and say so.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">
    /// What there is: the sections <c>Services</c>, <c>Queues</c>, <c>Topics</c>, <c>EventRules</c>, <c>Tables</c>, <c>Buckets</c>, <c>Connections</c> and <c>Integrations</c>.
    /// </param>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddServiceIntegrations(this IServiceCollection services, IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HttpFunctionClient>();
        services.TryAddSingleton<IMessageStore, NoMessageStore>();
        services.TryAddSingleton<IItemStore, NoItemStore>();
        services.AddSingleton(ServiceSettings.Options(settings));
        AddMessages(services, settings);
        AddTables(services, settings);
        AddObjects(services, settings);
        AddHttp(services, settings);
        services.AddSingleton<IServiceFamily>(provider => new StepFunctionsSdk(provider.GetService<IStepFunctionsActions>));
        foreach (var (resource, address) in ServiceSettings.Integrations(settings.GetSection("Integrations")).ToArray())
        {
            services.AddTaskHandler(resource, provider => new HttpTaskHandler(
                provider.GetRequiredService<HttpFunctionClient>().Client, address, provider.GetRequiredService<TimeProvider>()));
        }

        return services;
    }

    /// <summary>Has a function get the messages of a queue. Several of one queue share its messages.</summary>
    public static IServiceCollection AddQueueConsumer(this IServiceCollection services, string queue, Func<QueuedMessage, CancellationToken, ValueTask> handle) =>
        services.AddSingleton(new QueueConsumer(queue, handle));

    /// <summary>Has a function get what is published to a topic: the body is the notification, as SNS sends it to a queue.</summary>
    /// <param name="services">The services.</param>
    /// <param name="topic">The name of the topic.</param>
    /// <param name="handle">The function.</param>
    /// <param name="name">What this subscriber is called; several of one topic need different names, and keep them, because their messages wait under these.</param>
    public static IServiceCollection AddTopicSubscriber(
        this IServiceCollection services, string topic, Func<QueuedMessage, CancellationToken, ValueTask> handle, string name = "subscriber") => services
        .AddSingleton(new TopicSubscription(topic, new Subscription(SubscriberQueue(topic, name))))
        .AddQueueConsumer(SubscriberQueue(topic, name), handle);

    /// <summary>Has a function get the events that meet a pattern.</summary>
    /// <param name="services">The services.</param>
    /// <param name="rule">What the rule is called.</param>
    /// <param name="pattern">What an event has to look like; null for all.</param>
    /// <param name="handle">The function: the body is the event.</param>
    /// <param name="bus">The bus.</param>
    public static IServiceCollection AddEventTarget(
        this IServiceCollection services, string rule, JsonObject? pattern, Func<QueuedMessage, CancellationToken, ValueTask> handle, string bus = EventRule.DefaultBus) => services
        .AddSingleton(new EventRule(rule, RuleQueue(rule)) { Bus = bus, Pattern = pattern })
        .AddQueueConsumer(RuleQueue(rule), handle);

    /// <summary>Brings messages to consumers while the host runs. For the one process that has the stores.</summary>
    public static IServiceCollection AddQueueDeliveries(this IServiceCollection services) => services.AddHostedService<QueueDeliveries>();

    // No name of a queue on AWS has a slash, so these are nobody else's.
    private static string SubscriberQueue(string topic, string name) => $"topics/{topic}/{name}";

    private static string RuleQueue(string rule) => $"rules/{rule}";

    private static void AddMessages(IServiceCollection services, IConfiguration settings)
    {
        var (queues, topics, rules) = (ServiceSettings.Queues(settings).ToArray(), ServiceSettings.Topics(settings).ToArray(), ServiceSettings.Rules(settings, RuleQueue).ToArray());
        services.AddSingleton<MessagePost>();
        services.AddSingleton(provider => Filled(new QueueDirectory(provider.GetRequiredService<ServiceOptions>()), queues, (directory, queue) => directory.Add(queue)));
        services.AddSingleton(provider => Filled(
            Filled(new TopicDirectory(provider.GetRequiredService<ServiceOptions>()), topics, (directory, topic) => directory.Add(topic)),
            provider.GetServices<TopicSubscription>(),
            (directory, wanted) => directory.Subscribe(wanted.Topic, wanted.Subscription)));
        services.AddSingleton(provider => Filled(new EventRules(), rules.Concat(provider.GetServices<EventRule>()), (directory, rule) => directory.Add(rule)));
        services.AddSingleton<IServiceAction, SendMessage>();
        services.AddSingleton<IServiceAction, Publish>();
        services.AddSingleton<IServiceAction, PutEvents>();
        foreach (var (name, address) in ServiceSettings.Addresses(settings.GetSection("Queues")).ToArray())
        {
            AddHttpConsumer(services, name, address);
        }

        foreach (var (name, address) in ServiceSettings.Addresses(settings.GetSection("Topics")).ToArray())
        {
            services.AddSingleton(new TopicSubscription(name, new Subscription(SubscriberQueue(name, "http"))));
            AddHttpConsumer(services, SubscriberQueue(name, "http"), address);
        }

        foreach (var (name, address) in ServiceSettings.Addresses(settings.GetSection("EventRules")).ToArray())
        {
            AddHttpConsumer(services, RuleQueue(name), address);
        }
    }

    private static void AddHttpConsumer(IServiceCollection services, string queue, HttpFunction address) => services.AddSingleton(provider => new QueueConsumer(
        queue, new HttpConsumer(provider.GetRequiredService<HttpFunctionClient>().Client, address, provider.GetRequiredService<TimeProvider>()).HandleAsync));

    private static void AddTables(IServiceCollection services, IConfiguration settings)
    {
        var tables = ServiceSettings.Tables(settings).ToArray();
        services.AddSingleton(_ => Filled(new TableDirectory(), tables, (directory, table) => directory.Add(table)));
        services.AddSingleton<IServiceAction, GetItem>();
        services.AddSingleton<IServiceAction, PutItem>();
        services.AddSingleton<IServiceAction, UpdateItem>();
        services.AddSingleton<IServiceAction, DeleteItem>();
        services.AddSingleton<IServiceAction, Query>();
        services.AddSingleton<IServiceAction, Scan>();
        services.AddSingleton<IServiceAction, BatchGetItem>();
        services.AddSingleton<IServiceAction, BatchWriteItem>();
        services.AddSingleton<IServiceAction, TransactWriteItems>();
    }

    private static void AddObjects(IServiceCollection services, IConfiguration settings)
    {
        var buckets = settings.GetSection("Buckets").GetChildren().Select(bucket => bucket.Value ?? bucket.Key).ToArray();
        services.AddSingleton(provider => Filled(
            ActivatorUtilities.CreateInstance<BucketDirectory>(provider), buckets, (directory, bucket) => directory.Add(bucket)));
        services.AddSingleton<StoredObjects>();
        services.AddSingleton<IServiceAction, GetObject>();
        services.AddSingleton<IServiceAction, PutObject>();
        services.AddSingleton<IServiceAction, HeadObject>();
        services.AddSingleton<IServiceAction, CopyObject>();
        services.AddSingleton<IServiceAction, DeleteObject>();
        services.AddSingleton<IServiceAction, DeleteObjects>();
        services.AddSingleton<IServiceAction, ListObjectsV2>();
    }

    private static void AddHttp(IServiceCollection services, IConfiguration settings)
    {
        var connections = HttpConnectionSettings.Read(settings.GetSection("Connections"));
        services.AddSingleton(_ => Filled(new HttpConnections(), connections, (directory, connection) => directory.Add(connection.Key, connection.Value)));
        services.AddSingleton(provider => new HttpTokens(provider.GetRequiredService<HttpFunctionClient>().Client, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IServiceIntegration>(provider => new HttpInvoke(
            provider.GetRequiredService<HttpFunctionClient>().Client,
            provider.GetRequiredService<HttpConnections>(),
            provider.GetRequiredService<HttpTokens>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static TDirectory Filled<TDirectory, T>(TDirectory directory, IEnumerable<T> all, Action<TDirectory, T> add)
    {
        foreach (var one in all)
        {
            add(directory, one);
        }

        return directory;
    }
}

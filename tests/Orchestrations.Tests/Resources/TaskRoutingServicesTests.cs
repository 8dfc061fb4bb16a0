using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Resources;

public sealed class TaskRoutingServicesTests
{
    [Fact]
    public async Task Registers_delegates_instances_and_types()
    {
        await using var services = new ServiceCollection()
            .AddTaskRouting()
            .AddScoped<Visits>()
            .AddTaskHandler("delegate", (_, _) => ValueTask.FromResult(Json.Of("delegate")))
            .AddTaskHandler("instance", new DelegateTaskHandler((_, _) => ValueTask.FromResult(Json.Of("instance"))))
            .AddTaskHandler<Visitor>("type")
            .BuildServiceProvider();

        Assert.Equal(Calls.Succeeded("\"delegate\""), await InvokeAsync(services, "delegate"));
        Assert.Equal(Calls.Succeeded("\"instance\""), await InvokeAsync(services, "instance"));
        Assert.Equal(Calls.Succeeded("1"), await InvokeAsync(services, "type"));
    }

    [Fact]
    public async Task Makes_a_type_anew_for_each_invocation()
    {
        await using var services = new ServiceCollection()
            .AddTaskRouting().AddScoped<Visits>().AddTaskHandler<Visitor>("type").BuildServiceProvider();

        Assert.Equal(Calls.Succeeded("1"), await InvokeAsync(services, "type"));
        Assert.Equal(Calls.Succeeded("1"), await InvokeAsync(services, "type"));
    }

    [Fact]
    public async Task Lets_the_last_registration_of_a_name_count()
    {
        await using var services = new ServiceCollection()
            .AddTaskHandler("f", (_, _) => ValueTask.FromResult(Json.Of("first")))
            .AddTaskHandler("f", (_, _) => ValueTask.FromResult(Json.Of("last")))
            .AddTaskRouting()
            .BuildServiceProvider();

        Assert.Equal(Calls.Succeeded("\"last\""), await InvokeAsync(services, "f"));
    }

    [Fact]
    public async Task Reaches_a_service_integration_that_was_added()
    {
        await using var services = new ServiceCollection().AddSingleton<IServiceIntegration, Mailbox>().AddTaskRouting().BuildServiceProvider();

        Assert.Equal(Calls.Succeeded("\"sent\""), await InvokeAsync(services, "arn:aws:states:::sqs:sendMessage"));
    }

    [Fact]
    public void Reads_both_forms_of_an_http_function()
    {
        var functions = HttpFunctionSettings.Read(Settings(
            ("short", "http://localhost:7071/api/short"),
            ("long:Url", "https://example.com/long?code=secret"),
            ("long:TimeoutSeconds", "1.5"),
            ("long:Headers:x-functions-key", "key")));

        Assert.Equal(["long", "short"], functions.Keys.Order());
        Assert.Equal((new Uri("http://localhost:7071/api/short"), TimeSpan.FromMinutes(15)), (functions["short"].Url, functions["short"].Timeout));
        Assert.Equal(TimeSpan.FromSeconds(1.5), functions["long"].Timeout);
        Assert.Equal("https://example.com/long", functions["long"].DisplayUrl);
        Assert.Equal("key", functions["long"].Headers["x-functions-key"]);
    }

    [Theory]
    [InlineData("f", "localhost:80", "Functions:f: expected an http or https URL, found 'localhost:80'.")]
    [InlineData("f:TimeoutSeconds", "5", "Functions:f:Url: expected an http or https URL, found nothing.")]
    public void Names_the_http_setting_that_is_wrong(string key, string value, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => HttpFunctionSettings.Read(Settings((key, value)))).Message);

    [Fact]
    public void Names_the_time_limit_that_is_wrong() =>
        Assert.Equal(
            "Functions:f:TimeoutSeconds: expected a number of seconds, more than 0 and at most 86400, found 'soon'.",
            Assert.Throws<InvalidOperationException>(
                () => HttpFunctionSettings.Read(Settings(("f:Url", "http://localhost"), ("f:TimeoutSeconds", "soon")))).Message);

    private static IConfigurationSection Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => $"Functions:{setting.Key}", setting => (string?)setting.Value))
        .Build()
        .GetSection("Functions");

    private static ValueTask<TaskOutcome> InvokeAsync(ServiceProvider services, string resource) =>
        services.GetRequiredService<ITaskRouter>().InvokeAsync(Calls.Of(resource), CancellationToken.None);

    private sealed class Visits
    {
        public int Count { get; set; }
    }

    private sealed class Visitor(Visits visits) : ITaskHandler
    {
        public ValueTask<Json> InvokeAsync(TaskInvocation invocation, CancellationToken cancellationToken) => ValueTask.FromResult(Json.Of(++visits.Count));
    }

    private sealed class Mailbox : IServiceIntegration
    {
        public string Service => "sqs";

        public string Action => "sendMessage";

        public ValueTask<TaskOutcome> PerformAsync(
            StatesLanguage.States.TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Calls.Succeeded("\"sent\""));
    }
}

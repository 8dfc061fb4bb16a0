using TaskOrchestration.Api.Access.Throttling;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Access;

public class ActionThrottleTests
{
    private const string Definition = """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""";

    private readonly FixedTime time = new();

    [Fact]
    public async Task Nothing_is_counted_unless_the_settings_ask_for_it()
    {
        var throttle = new ActionThrottle(new ThrottlingOptions(), Catalog(), time);

        Assert.Equal(5_000, await LetThroughAsync(throttle, "CreateStateMachine", 5_000));
    }

    [Theory]
    [InlineData("StartExecution", 1_300, 300)]
    [InlineData("RedriveExecution", 1_300, 300)]
    [InlineData("StopExecution", 1_000, 200)]
    [InlineData("DescribeExecution", 300, 15)]
    [InlineData("GetExecutionHistory", 400, 20)]
    [InlineData("ListExecutions", 200, 5)]
    [InlineData("SendTaskSuccess", 3_000, 500)]
    [InlineData("GetActivityTask", 3_000, 500)]
    [InlineData("CreateStateMachine", 100, 1)]
    [InlineData("TestState", 50, 10)]
    public async Task The_profile_of_AWS_lets_through_what_AWS_documents(string action, int burst, int perSecond)
    {
        var throttle = new ActionThrottle(new ThrottlingOptions { Profile = "aws" }, Catalog(), time);

        Assert.Equal(burst, await LetThroughAsync(throttle, action, burst + 500));
        time.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(perSecond, await LetThroughAsync(throttle, action, perSecond + 100));
    }

    [Fact]
    public async Task Smaller_regions_have_smaller_buckets()
    {
        var throttle = new ActionThrottle(new ThrottlingOptions { Profile = "aws" }, Catalog("eu-central-1"), time);

        Assert.Equal(800, await LetThroughAsync(throttle, "StartExecution", 2_000));
    }

    [Fact]
    public async Task EXPRESS_machines_are_counted_apart()
    {
        var catalog = Catalog();
        var machine = await catalog.CreateAsync(new StateMachineDraft { Name = "fast", Type = StateMachineType.Express, Definition = Definition, RoleArn = "arn:aws:iam::1:role/r" });
        var throttle = new ActionThrottle(new ThrottlingOptions { Profile = "aws" }, catalog, time);

        Assert.Equal(6_000, await LetThroughAsync(throttle, "StartExecution", 6_500, $$"""{"stateMachineArn":"{{machine.Arn}}:3"}"""));
        Assert.Equal(1_300, await LetThroughAsync(throttle, "StartExecution", 1_400));
    }

    [Fact]
    public async Task Ones_own_numbers_go_before_those_of_the_profile()
    {
        var options = new ThrottlingOptions { Profile = "aws", Actions = new Dictionary<string, BucketOptions> { ["StopExecution"] = new(3, 1), ["StartSyncExecution"] = new(2, 1) } };
        var throttle = new ActionThrottle(options.Checked(), Catalog(), time);

        Assert.Equal((3, 2, 300), (await LetThroughAsync(throttle, "StopExecution", 10), await LetThroughAsync(throttle, "StartSyncExecution", 10), await LetThroughAsync(throttle, "DescribeExecution", 400)));
    }

    [Fact]
    public async Task A_client_is_told_in_AWSs_words_and_may_go_on_with_another_action()
    {
        await using var server = await GuardedServer.StartAsync(settings: new() { ["Throttling:Actions:ListStateMachines:Burst"] = "1", ["Throttling:Actions:ListStateMachines:PerSecond"] = "1" });
        var key = await server.KeyOfAsync("root", Domain.Access.Roles.Admin);
        (await server.CallAsync("ListStateMachines", "{}", key)).EnsureSuccessStatusCode();

        Assert.Equal(ApiAnswer.Error("ThrottlingException", "Rate exceeded"), await ApiAnswer.ReadAsync(await server.CallAsync("ListStateMachines", "{}", key)));
        (await server.CallAsync("ValidateStateMachineDefinition", $$"""{"definition":{{Json.Of(Definition)}}}""", key)).EnsureSuccessStatusCode();
        server.Time.Now += TimeSpan.FromSeconds(1);
        (await server.CallAsync("ListStateMachines", "{}", key)).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("Throttling:Profile", "azure", "expected Throttling:Profile to be aws or nothing, found 'azure'")]
    [InlineData("Throttling:Actions:Sing:Burst", "1", "expected Throttling:Actions to name actions of the Step Functions API")]
    [InlineData("Throttling:Actions:StopExecution:Burst", "0", "expected Throttling:Actions:StopExecution to have a Burst of at least 1")]
    public async Task A_setting_that_cannot_work_is_named(string setting, string value, string message)
    {
        var settings = new Dictionary<string, string?> { [setting] = value };
        if (setting.EndsWith("Burst", StringComparison.Ordinal))
        {
            settings[setting.Replace("Burst", "PerSecond", StringComparison.Ordinal)] = "1";
        }

        var wrong = await Assert.ThrowsAsync<InvalidDataException>(() => GuardedServer.StartAsync(settings: settings));

        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    private static async Task<int> LetThroughAsync(ActionThrottle throttle, string action, int calls, string request = "{}")
    {
        var through = 0;
        for (var i = 0; i < calls; i++)
        {
            try
            {
                await throttle.TakeAsync(action, (JsonObject)Json.Parse(request), CancellationToken.None);
                through++;
            }
            catch (AwsException e) when (e.Error.Code == "ThrottlingException")
            {
                continue;
            }
        }

        return through;
    }

    private StateMachineCatalog Catalog(string region = "us-east-1") => new(new MemoryStateMachineStore(), new ArnScheme(region), time);
}

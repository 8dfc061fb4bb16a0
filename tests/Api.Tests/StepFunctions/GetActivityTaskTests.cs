using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public sealed class GetActivityTaskTests : IActivityTasks
{
    private const string Request = """{"activityArn":"arn:aws:states:us-east-1:123456789012:activity:work","workerName":"ada"}""";

    private readonly TaskCompletionSource<bool> settled = new();
    private Func<CancellationToken, Task<HandedTask?>> take = _ => Task.FromResult<HandedTask?>(null);

    [Fact]
    public async Task Answers_with_a_token_that_is_null_where_there_was_no_task()
    {
        await using var server = await StartAsync();

        var answer = await server.CallAsync("GetActivityTask", Request);

        Assert.Equal((System.Net.HttpStatusCode.OK, """{"taskToken":null}"""), (answer.Status, answer.Body.ToString()));
    }

    [Fact]
    public async Task Says_that_a_task_was_delivered_whose_answer_was_written()
    {
        take = _ => Task.FromResult<HandedTask?>(Handed());
        await using var server = await StartAsync();

        var answer = await server.CallAsync("GetActivityTask", Request);

        Assert.Equal("""{"taskToken":"token","input":"{\"n\":1.0}"}""", answer.Body.ToString());
        Assert.True(await settled.Task);
    }

    [Fact]
    public async Task Returns_a_task_whose_worker_has_hung_up_meanwhile()
    {
        var hasBegun = new TaskCompletionSource();
        take = async gone =>
        {
            hasBegun.SetResult();
            await Task.Delay(Timeout.Infinite, gone).ContinueWith(_ => { }, TaskScheduler.Default);
            return Handed();
        };
        await using var server = await StartAsync();
        using var gone = new CancellationTokenSource();
        using var message = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(Request) };
        message.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSStepFunctions.GetActivityTask");
        var polling = server.Client.SendAsync(message, gone.Token);
        await hasBegun.Task;

        await gone.CancelAsync();

        Assert.False(await settled.Task);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling);
    }

    async ValueTask<HandedTask?> IActivityTasks.TakeAsync(string activityArn, string? worker, CancellationToken cancellationToken) => await take(cancellationToken);

    private HandedTask Handed() => new("token", Json.Parse("""{"n":1.0}"""), isDelivered =>
    {
        settled.SetResult(isDelivered);
        return ValueTask.CompletedTask;
    });

    private Task<ApiServer> StartAsync() => ApiServer.StartAsync(
        new FakeExecutions(),
        new StateMachineCatalog(new MemoryStateMachineStore(), new ArnScheme(), TimeProvider.System),
        configure: services => services.AddSingleton<IActivityTasks>(this));
}

using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using TaskOrchestration.Functions.Hosting;
using TaskOrchestration.Functions.Tests.Hosting;
using TaskOrchestration.Functions.Triggers;

namespace TaskOrchestration.Functions.Tests.Triggers;

public sealed class ApiFunctionTests
{
    [Fact]
    public void Every_method_of_every_path_is_let_through_without_a_key_of_the_platform()
    {
        var trigger = typeof(ApiFunction).GetMethod(nameof(ApiFunction.AnswerAsync))!.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>()!;

        Assert.Equal((AuthorizationLevel.Anonymous, "{*path}", null), (trigger.AuthLevel, trigger.Route, trigger.Methods));
    }

    [Fact]
    public async Task It_answers_itself_and_leaves_the_client_to_the_others()
    {
        await using var app = await TestApp.StartAsync();
        var clients = app.Services.GetRequiredService<DurableClients>();
        var client = new Mock<DurableTaskClient>("test");
        var function = new ApiFunction(app.Services.GetRequiredService<RequestPipeline>(), clients);
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Request.Method = HttpMethods.Get;
        http.Request.Path = "/health/live";

        var result = await function.AnswerAsync(http.Request, client.Object);

        Assert.IsType<EmptyResult>(result);
        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        Assert.Same(client.Object, clients.Current);
    }
}

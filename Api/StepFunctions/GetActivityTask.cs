using Microsoft.Extensions.Hosting;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Hands a worker the next task of an activity; waits for one, up to a minute.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html">GetActivityTask</seealso>
/// <param name="tasks">The tasks.</param>
/// <param name="lifetime">A host that shuts down sends the workers that wait away.</param>
internal sealed class GetActivityTask(IActivityTasks tasks, IHostApplicationLifetime? lifetime = null) : IHandingAction
{
    /// <summary>What AWS answers where there is no task: a token that is null.</summary>
    private static readonly JsonObject Nothing = JsonObject.Of(("taskToken", Json.Null));

    public string Name => nameof(GetActivityTask);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var handed = await HandAsync(request, cancellationToken);
        await handed.SettleAsync(isDelivered: true);

        // To the SDKs, and so to a task that calls them, a member that is null is none.
        return handed.Task is null ? JsonObject.Empty : handed.Answer;
    }

    public async ValueTask<HandedAnswer> HandAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var arn = fields.ArnText("activityArn");
        var worker = fields.OptionalText("workerName", 1, Bounds.Name);
        fields.Check();

        Arn.OfActivity(arn);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime?.ApplicationStopping ?? CancellationToken.None);
        var task = await tasks.TakeAsync(arn, worker, end.Token);
        return task is null ? new HandedAnswer(Nothing, Task: null) : new HandedAnswer(Write(task), task);
    }

    private static JsonObject Write(HandedTask task) => JsonObject.Of(("taskToken", Json.Of(task.TaskToken)), ("input", Json.Of(task.Input.ToString())));
}

using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.Orchestrations.Resources.Queues;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Stage;

/// <summary>Whoever got a task token in a recorded test and answers it: the workers of the case, and the test itself while the execution ran.</summary>
internal sealed partial class TokenHolders(JsonObject filled, IServiceProvider services)
{
    private const string Worker = "sqs_task_token_worker";

    /// <summary>What they answer to a task that has been handed on just now.</summary>
    public async Task<IReadOnlyList<TaskReport>> AnswersToAsync(TaskRequest request)
    {
        var answers = new List<TaskReport>();
        foreach (var actor in filled.Items("actors").Where(actor => actor.Text("actor") == Worker))
        {
            var queue = actor.Text("queue")!.Split('/')[^1];
            var messages = await MessagesAsync(name => name == queue || !IsQueue(queue));
            answers.AddRange(messages.Select(Read).OfType<JsonObject>().Where(message => message.Text("TaskToken") == request.TaskToken)
                .SelectMany(message => Work(actor.Text("does")!, message, request.Task)));
        }

        var calls = filled.Items("setup").Where(call => call.IsTrue("concurrent")).ToArray();
        if (calls.Length > 0)
        {
            var scope = new RecordedValues(filled, [.. await MessagesAsync(_ => true)]);
            answers.AddRange(calls.SelectMany(call => scope.Resolve(call.Object("params")!).Text("taskToken") == request.TaskToken ? Call(call.Text("call")!, scope.Resolve(call.Object("params")!), request.Task) : []));
        }

        return answers;
    }

    private bool IsQueue(string name) => services.GetRequiredService<QueueDirectory>().Find(name) is not null;

    private async Task<IEnumerable<QueuedMessage>> MessagesAsync(Func<string, bool> isAsked)
    {
        var found = new List<QueuedMessage>();
        foreach (var queue in services.GetRequiredService<QueueDirectory>().All.Where(queue => isAsked(queue.Name)))
        {
            found.AddRange(await services.GetRequiredService<IMessageStore>().ListAsync(queue.Name, int.MaxValue));
        }

        return found;
    }

    private static Json? Read(QueuedMessage message) => message.Body.StartsWith('{') ? Json.Parse(message.Body) : null;

    /// <summary>A worker is told in words what to do: <c>wait 5 s, SendTaskHeartbeat, then SendTaskSuccess(taskToken, output = JSON text of Message)</c>.</summary>
    private static IEnumerable<TaskReport> Work(string does, JsonObject message, long task)
    {
        var at = TimeSpan.Zero;
        foreach (Match step in Step().Matches(does))
        {
            if (step.Groups["seconds"].Success)
            {
                at += TimeSpan.FromSeconds(int.Parse(step.Groups["seconds"].ValueSpan));
            }
            else if (step.Groups["beat"].Success)
            {
                yield return new TaskReport(at, when => new Fact.TaskHeartbeat(when, task));
            }
            else if (step.Groups["output"].Success)
            {
                var output = message[step.Groups["output"].Value] ?? Json.Null;
                yield return new TaskReport(at, when => new Fact.TaskSucceeded(when, task, output));
            }
            else
            {
                var failure = new Failure(Value(step.Groups["error"]), Value(step.Groups["cause"]));
                yield return new TaskReport(at, when => new Fact.TaskFailed(when, task, failure));
            }
        }
    }

    private static string? Value(Group group) => group.Success ? group.Value : null;

    private static IEnumerable<TaskReport> Call(string action, JsonObject parameters, long task) => action switch
    {
        "SendTaskSuccess" => [new TaskReport(TimeSpan.Zero, at => new Fact.TaskSucceeded(at, task, Json.Parse(parameters.Text("output")!)))],
        "SendTaskFailure" => [new TaskReport(TimeSpan.Zero, at => new Fact.TaskFailed(at, task, new Failure(parameters.Text("error"), parameters.Text("cause"))))],
        "SendTaskHeartbeat" => [new TaskReport(TimeSpan.Zero, at => new Fact.TaskHeartbeat(at, task))],
        _ => [],
    };

    [GeneratedRegex(
        @"wait (?<seconds>[0-9]+) s|(?<beat>SendTaskHeartbeat)|SendTaskSuccess\(taskToken, output = JSON text of (?<output>\w+)\)|SendTaskFailure\(taskToken(?:, error='(?<error>[^']*)')?(?:, cause='(?<cause>[^']*)')?\)",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Step();
}

using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class TaskStepTests
{
    [Theory]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", "states", "startExecution", IntegrationPattern.Sync2, "startExecution.sync:2")]
    [InlineData("arn:aws:states:::states:startExecution.sync", "states", "startExecution", IntegrationPattern.Sync, "startExecution.sync")]
    [InlineData("arn:aws:states:::aws-sdk:sfn:startExecution", "aws-sdk:sfn", "startExecution", IntegrationPattern.RequestResponse, "startExecution")]
    public void Knows_the_service_the_action_and_the_pattern_of_an_integration(
        string resource, string service, string action, IntegrationPattern pattern, string text)
    {
        var integration = (TaskResource.Integration)TaskResource.Parse(resource);

        Assert.Equal((service, action, pattern, text), (integration.Service, integration.Action, integration.Pattern, integration.ActionText));
    }

    private const string Callback = "arn:aws:states:::lambda:invoke.waitForTaskToken";

    [Fact]
    public void Asks_for_its_work_and_places_the_result()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Parameters":{"n.$":"$.a"},"ResultSelector":{"r.$":"$.x"},"ResultPath":"$.out","End":true """),
            """{"a":1}""",
            request => Answer.With($$"""{"x":{{request.Input}} }"""));

        Assert.Equal("""{"a":1,"out":{"r":{"n":1}}}""", run.Execution.Output?.ToString());
    }

    [Fact]
    public void Tells_functions_activities_and_integrations_apart_in_the_history()
    {
        HistoryEventType[] Types(string resource) =>
            [.. Simulation.Run(Machines.Task(""" "End":true """, resource)).EventTypes.Skip(2).SkipLast(2)];

        Assert.Equal(
            [HistoryEventType.LambdaFunctionScheduled, HistoryEventType.LambdaFunctionStarted, HistoryEventType.LambdaFunctionSucceeded],
            Types("arn:aws:lambda:us-east-1:123456789012:function:f"));
        Assert.Equal([HistoryEventType.ActivityScheduled, HistoryEventType.ActivityStarted, HistoryEventType.ActivitySucceeded], Types("arn:aws:states:us-east-1:123456789012:activity:a"));
        Assert.Equal([HistoryEventType.TaskScheduled, HistoryEventType.TaskStarted, HistoryEventType.TaskSucceeded], Types("arn:aws:states:::sqs:sendMessage"));
    }

    [Fact]
    public void Ends_the_execution_where_the_task_cannot_be_begun_with_its_parameters()
    {
        var failure = Unstartable.Unknown(JsonObject.Of(("X", Json.Of(1))), "X");
        var run = Simulation.Run(
            Machines.Task(""" "Parameters":{"X":1},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Caught"}],"End":true """, "arn:aws:states:::sqs:sendMessage"),
            "{}",
            _ => Answer.Failure(failure.Error!, failure.Cause));

        Assert.Equal(
            new Failure(
                "States.Runtime",
                """
                An error occurred while executing the state 'S' (entered at the event id #2). The Parameters '{"X":1}' could not be used to start the Task: [The field "X" is not supported by Step Functions]
                """),
            run.Execution.Failure);
        Assert.Equal([HistoryEventType.TaskStarted, HistoryEventType.ExecutionFailed], run.EventTypes.TakeLast(2));
    }

    [Fact]
    public void Waits_for_the_callback_after_the_service_has_answered()
    {
        var run = Simulation.Of(
            Machines.Task(""" "Parameters":{"FunctionName":"f","Payload":{"token.$":"$$.Task.Token"}},"End":true """, Callback),
            answer: _ => Answer.Submitted("""{"StatusCode":202}""")).ToTheEnd();

        Assert.Equal(ExecutionStatus.Running, run.Execution.Status);
        Assert.Empty(run.Execution.Outstanding());

        var task = run.Tasks.Single();
        Assert.Equal(task.TaskToken, ((JsonString)((JsonObject)((JsonObject)task.Input)["Payload"]!)["token"]!).Value);
        Assert.True(run.Give(new Fact.TaskSucceeded(run.Now, task.Task, Json.Of("done"))));
        Assert.Equal("\"done\"", run.Execution.Output?.ToString());
        Assert.Equal([HistoryEventType.TaskStarted, HistoryEventType.TaskSubmitted, HistoryEventType.TaskSucceeded], run.EventTypes.Skip(3).Take(3));
    }

    [Fact]
    public void Shows_its_token_only_where_a_callback_is_waited_for()
    {
        bool ShowsToken(string resource) =>
            ((JsonObject)Simulation.Of(Machines.Task(""" "Parameters":{"all.$":"$$"},"End":true """, resource), answer: _ => Answer.Never).Tasks.Single().Input)["all"] is JsonObject all
            && all.Contains("Task");

        Assert.True(ShowsToken(Callback));
        Assert.False(ShowsToken("arn:aws:states:::lambda:invoke"));
        Assert.False(ShowsToken("arn:aws:states:us-east-1:123456789012:activity:a"));
    }

    [Fact]
    public void Takes_no_report_of_an_attempt_that_is_over()
    {
        var run = Simulation.Of(Machines.Task(""" "TimeoutSeconds":5,"Retry":[{"ErrorEquals":["States.Timeout"],"MaxAttempts":1}],"End":true """), answer: _ => Answer.Never);
        var first = run.Tasks.Single().Task;
        run.Step();

        Assert.False(run.Give(new Fact.TaskSucceeded(run.Now, first, Json.Null)));
        Assert.False(run.Give(new Fact.TaskHeartbeat(run.Now, first)));
    }

    [Theory]
    [InlineData(""" "TimeoutSeconds":5 """, "{}")]
    [InlineData(""" "TimeoutSecondsPath":"$.t" """, """{"t":5}""")]
    public void Times_out_without_a_cause(string fields, string input)
    {
        var run = Simulation.Run(Machines.Task($"{fields},\"End\":true"), input, _ => Answer.Never);

        Assert.Equal(new Failure("States.Timeout", null), run.Execution.Failure);
        Assert.Equal(Simulation.Beginning.AddSeconds(5), run.Execution.StoppedAt);
        Assert.Contains(HistoryEventType.LambdaFunctionTimedOut, run.EventTypes);
        Assert.Contains(new Effect.CancelTask(run.Tasks.Single().Task), run.Effects);
    }

    [Fact]
    public void Times_out_when_it_gives_no_sign_of_life_and_a_sign_puts_that_off()
    {
        var run = Simulation.Of(
            Machines.Task(""" "HeartbeatSeconds":10,"Catch":[{"ErrorEquals":["States.HeartbeatTimeout"],"Next":"Caught"}],"End":true """, Callback),
            answer: _ => Answer.Submitted("{}"));
        run.Step();
        var task = run.Tasks.Single().Task;

        Assert.True(run.Give(new Fact.TaskHeartbeat(Simulation.Beginning.AddSeconds(8), task)));
        run.ToTheEnd();

        Assert.Equal(Simulation.Beginning.AddSeconds(18), run.Execution.StoppedAt);
        Assert.Equal("""{"Error":"States.Timeout","Cause":null}""", run.Execution.Output?.ToString());
    }

    [Fact]
    public void Keeps_its_idempotency_token_over_retries_and_changes_its_task_token()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Retry":[{"ErrorEquals":["E"]}],"Next":"Caught" """),
            answer: request => request.RetryCount < 2 ? Answer.Failure("E") : Answer.With("1"));

        Assert.Equal([0, 1, 2], run.Tasks.Select(task => task.RetryCount));
        Assert.Single(run.Tasks.Select(task => task.IdempotencyToken).Distinct());
        Assert.Equal(3, run.Tasks.Select(task => task.TaskToken).Distinct().Count());
    }

    [Fact]
    public void Fails_when_its_result_is_over_the_limit()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Catch":[{"ErrorEquals":["States.DataLimitExceeded"],"Next":"Caught"}],"End":true """, "arn:aws:states:::lambda:invoke"),
            answer: _ => Answer.With(Json.Of(new string('a', 300_000))));

        Assert.Equal(
            """{"Error":"States.DataLimitExceeded","Cause":"The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit."}""",
            run.Execution.Output?.ToString());
    }

    [Theory]
    [InlineData("arn:aws:states:::lambda:invoke")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f")]
    public void Shows_the_credentials_it_was_given_in_the_history(string resource)
    {
        var run = Simulation.Run(Machines.Task(""" "InputPath":"$.in","Credentials":{"RoleArn.$":"$.role"},"End":true """, resource), """{"in":{"role":"arn:role"}}""");

        Assert.Equal(
            Json.Parse("""{"RoleArn":"arn:role"}"""),
            run.History[2].Details switch
            {
                HistoryDetails.TaskScheduled scheduled => scheduled.Credentials,
                HistoryDetails.LambdaFunctionScheduled scheduled => scheduled.Credentials,
                _ => null,
            });
        Assert.Null(((HistoryDetails.LambdaFunctionScheduled)Simulation.Run(Machines.Task(""" "End":true """)).History[2].Details!).Credentials);
    }

    [Fact]
    public void Gets_no_more_than_a_payload()
    {
        var run = Simulation.Run(
            Machines.Task(""" "Parameters":{"a.$":"$","b.$":"$"},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Caught"}],"End":true """),
            Json.Of(new string('a', 200_000)).ToString());

        Assert.Equal("States.DataLimitExceeded", run.Execution.Failure?.Error);
        Assert.Empty(run.Tasks);
    }

    [Fact]
    public void Shows_an_activity_s_worker_when_it_takes_the_task_up()
    {
        var run = Simulation.Of(Machines.Task(""" "End":true """, "arn:aws:states:us-east-1:123456789012:activity:a"), answer: _ => Answer.Never);

        run.Give(new Fact.TaskStarted(run.Now, run.Tasks.Single().Task, "worker-1"));

        Assert.Equal(new HistoryDetails.ActivityStarted("worker-1"), run.History[^1].Details);
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f:live", typeof(TaskResource.Function))]
    [InlineData("f", typeof(TaskResource.Function))]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:a", typeof(TaskResource.Activity))]
    [InlineData("arn:aws:states:::aws-sdk:dynamodb:getItem", typeof(TaskResource.Integration))]
    public void Knows_its_resource_by_its_text(string text, Type kind) => Assert.IsType(kind, TaskResource.Parse(text));
}

using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.StepFunctions;

/// <summary>How every kind of event looks on the wire.</summary>
public class HistoryEventTests : ApiTest
{
    public static TheoryData<HistoryEventType, HistoryDetails?, string> Events { get; } = new()
    {
        { HistoryEventType.ExecutionStarted, new HistoryDetails.ExecutionStarted(Json.Of(1), "r"), "'executionStartedEventDetails':{'input':'1','inputDetails':{'truncated':false},'roleArn':'r'}" },
        { HistoryEventType.ExecutionRedriven, new HistoryDetails.ExecutionRedriven(2), "'executionRedrivenEventDetails':{'redriveCount':2}" },
        { HistoryEventType.ExecutionSucceeded, new HistoryDetails.Result(Json.Of(1)), "'executionSucceededEventDetails':{'output':'1','outputDetails':{'truncated':false}}" },
        { HistoryEventType.LambdaFunctionSucceeded, new HistoryDetails.Result(Json.Null), "'lambdaFunctionSucceededEventDetails':{'output':'null','outputDetails':{'truncated':false}}" },
        { HistoryEventType.ActivitySucceeded, new HistoryDetails.Result(Json.True), "'activitySucceededEventDetails':{'output':'true','outputDetails':{'truncated':false}}" },
        { HistoryEventType.ExecutionFailed, new HistoryDetails.Failed("E", "C"), "'executionFailedEventDetails':{'error':'E','cause':'C'}" },
        { HistoryEventType.ExecutionFailed, new HistoryDetails.Failed(Error: null, Cause: null), "'executionFailedEventDetails':{}" },
        { HistoryEventType.ExecutionAborted, new HistoryDetails.Failed(Error: null, "C"), "'executionAbortedEventDetails':{'cause':'C'}" },
        { HistoryEventType.ExecutionTimedOut, new HistoryDetails.Failed("States.Timeout", Cause: null), "'executionTimedOutEventDetails':{'error':'States.Timeout'}" },
        { HistoryEventType.LambdaFunctionFailed, new HistoryDetails.Failed("E", "C"), "'lambdaFunctionFailedEventDetails':{'error':'E','cause':'C'}" },
        { HistoryEventType.LambdaFunctionTimedOut, new HistoryDetails.Failed("E", "C"), "'lambdaFunctionTimedOutEventDetails':{'error':'E','cause':'C'}" },
        { HistoryEventType.ActivityTimedOut, new HistoryDetails.Failed("E", "C"), "'activityTimedOutEventDetails':{'error':'E','cause':'C'}" },
        { HistoryEventType.PassStateEntered, new HistoryDetails.StateEntered("S", JsonArray.Empty), "'stateEnteredEventDetails':{'name':'S','input':'[]','inputDetails':{'truncated':false}}" },
        { HistoryEventType.FailStateEntered, new HistoryDetails.StateEntered("S", JsonObject.Empty), "'stateEnteredEventDetails':{'name':'S','input':'{}','inputDetails':{'truncated':false}}" },
        { HistoryEventType.MapStateExited, new HistoryDetails.StateExited("S", JsonArray.Empty, AssignedVariables: null), "'stateExitedEventDetails':{'name':'S','output':'[]','outputDetails':{'truncated':false}}" },
        {
            HistoryEventType.ChoiceStateExited,
            new HistoryDetails.StateExited("S", JsonArray.Empty, JsonObject.Of(("n", Json.Of(300)), ("t", Json.Of("Hello")))),
            @"'stateExitedEventDetails':{'name':'S','output':'[]','outputDetails':{'truncated':false},'assignedVariables':{'n':'300','t':'\'Hello\''},'assignedVariablesDetails':{'truncated':false}}"
        },
        { HistoryEventType.LambdaFunctionScheduled, new HistoryDetails.LambdaFunctionScheduled("arn", Json.Of(1), 60, Credentials: null), "'lambdaFunctionScheduledEventDetails':{'resource':'arn','input':'1','inputDetails':{'truncated':false},'timeoutInSeconds':60}" },
        { HistoryEventType.LambdaFunctionStarted, null, "" },
        { HistoryEventType.ActivityScheduled, new HistoryDetails.ActivityScheduled("arn", Json.Of(1), 60, 10), "'activityScheduledEventDetails':{'resource':'arn','input':'1','inputDetails':{'truncated':false},'timeoutInSeconds':60,'heartbeatInSeconds':10}" },
        { HistoryEventType.ActivityStarted, new HistoryDetails.ActivityStarted("w"), "'activityStartedEventDetails':{'workerName':'w'}" },
        {
            HistoryEventType.TaskScheduled,
            new HistoryDetails.TaskScheduled("lambda", "invoke", "us-east-1", JsonArray.Empty, TimeoutInSeconds: null, HeartbeatInSeconds: 5, JsonObject.Of(("RoleArn", Json.Of("r")))),
            "'taskScheduledEventDetails':{'resourceType':'lambda','resource':'invoke','region':'us-east-1','parameters':'[]','heartbeatInSeconds':5,'taskCredentials':{'roleArn':'r'}}"
        },
        { HistoryEventType.TaskStarted, new HistoryDetails.TaskStarted("lambda", "invoke"), "'taskStartedEventDetails':{'resourceType':'lambda','resource':'invoke'}" },
        { HistoryEventType.TaskSubmitted, new HistoryDetails.TaskOutput("lambda", "invoke", Json.Of(1)), "'taskSubmittedEventDetails':{'resourceType':'lambda','resource':'invoke','output':'1','outputDetails':{'truncated':false}}" },
        { HistoryEventType.TaskSucceeded, new HistoryDetails.TaskOutput("lambda", "invoke", Json.Of(1)), "'taskSucceededEventDetails':{'resourceType':'lambda','resource':'invoke','output':'1','outputDetails':{'truncated':false}}" },
        { HistoryEventType.TaskFailed, new HistoryDetails.TaskFailed("lambda", "invoke", "E", "C"), "'taskFailedEventDetails':{'resourceType':'lambda','resource':'invoke','error':'E','cause':'C'}" },
        { HistoryEventType.TaskTimedOut, new HistoryDetails.TaskFailed("lambda", "invoke", "States.Timeout", Cause: null), "'taskTimedOutEventDetails':{'resourceType':'lambda','resource':'invoke','error':'States.Timeout'}" },
        { HistoryEventType.EvaluationFailed, new HistoryDetails.EvaluationFailed("S", "Output/x", "E", "C"), "'evaluationFailedEventDetails':{'state':'S','location':'Output/x','error':'E','cause':'C'}" },
        { HistoryEventType.EvaluationFailed, new HistoryDetails.EvaluationFailed("S", null, "E", "C"), "'evaluationFailedEventDetails':{'state':'S','error':'E','cause':'C'}" },
        { HistoryEventType.MapStateStarted, new HistoryDetails.MapStateStarted(3), "'mapStateStartedEventDetails':{'length':3}" },
        { HistoryEventType.MapRunStarted, new HistoryDetails.MapRunStarted("arn"), "'mapRunStartedEventDetails':{'mapRunArn':'arn'}" },
        { HistoryEventType.MapRunRedriven, new HistoryDetails.MapRunRedriven("arn", 2), "'mapRunRedrivenEventDetails':{'mapRunArn':'arn','redriveCount':2}" },
        { HistoryEventType.MapRunFailed, new HistoryDetails.Failed("E", "c"), "'mapRunFailedEventDetails':{'error':'E','cause':'c'}" },
        { HistoryEventType.MapIterationStarted, new HistoryDetails.MapIteration("M", 0), "'mapIterationStartedEventDetails':{'name':'M','index':0}" },
        { HistoryEventType.MapIterationAborted, new HistoryDetails.MapIteration("M", 2), "'mapIterationAbortedEventDetails':{'name':'M','index':2}" },
        { HistoryEventType.EvaluationFailed, new HistoryDetails.EvaluationFailed("S", "Output", "E", "C"), "'evaluationFailedEventDetails':{'state':'S','location':'Output','error':'E','cause':'C'}" },
        { HistoryEventType.MapRunStarted, new HistoryDetails.MapRunStarted("arn"), "'mapRunStartedEventDetails':{'mapRunArn':'arn'}" },
        { HistoryEventType.MapRunRedriven, new HistoryDetails.MapRunRedriven("arn", 2), "'mapRunRedrivenEventDetails':{'mapRunArn':'arn','redriveCount':2}" },
        { HistoryEventType.MapRunFailed, new HistoryDetails.Failed("E", "C"), "'mapRunFailedEventDetails':{'error':'E','cause':'C'}" },
        { HistoryEventType.MapRunSucceeded, null, "" },
        { HistoryEventType.ParallelStateStarted, null, "" },
        { HistoryEventType.TaskStateAborted, null, "" },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Has_the_name_and_the_shape_AWS_gives_it(HistoryEventType type, HistoryDetails? details, string expected)
    {
        Executions.History = _ => new Page<HistoryEvent>([new HistoryEvent(7, 6, FixedTime.Beginning, type, details)], Next: null);

        var answer = await CallAsync("GetExecutionHistory", $"{{'executionArn':'{Samples.ExecutionArn}'}}");

        var members = Samples.Quoted(expected.Replace(@"\'", @"\""", StringComparison.Ordinal));
        Assert.Equal(
            ApiAnswer.Ok($"{{\"events\":[{{\"timestamp\":1800000000.125,\"type\":\"{type}\",\"id\":7,\"previousEventId\":6{(members.Length > 0 ? "," : "")}{members}}}]}}"),
            answer);
    }

    [Fact]
    public void Every_kind_of_particulars_is_in_the_table() => Assert.Equal(
        typeof(HistoryDetails).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(HistoryDetails))).Select(type => type.Name).Order(),
        Events.Select(row => row[1]).OfType<HistoryDetails>().Select(details => details.GetType().Name).Distinct().Order());
}

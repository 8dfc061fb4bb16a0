using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Testing;

public sealed class StateTrialTests
{
    private const string Retries =
        """
        {"Type":"Task","Resource":"f","Retry":[
          {"ErrorEquals":["Other"]},
          {"ErrorEquals":["Busy"],"IntervalSeconds":3,"BackoffRate":2,"MaxAttempts":3}],
         "Catch":[
          {"ErrorEquals":["Other"],"Next":"A"},
          {"ErrorEquals":["States.ALL"],"ResultPath":"$.failure","Next":"B"}],
         "Next":"C"}
        """;

    [Fact]
    public void Shows_every_stage_of_a_task()
    {
        var result = Trial.OfState(
            """
            {"Type":"Task","Resource":"f","InputPath":"$.a","Parameters":{"p.$":"$.b"},
             "ResultSelector":{"r.$":"$.x"},"ResultPath":"$.result","OutputPath":"$.result","Next":"After"}
            """,
            """{"a":{"b":1}}""",
            Trial.Returns("""{"x":2}"""));

        Assert.Equal(
            """
            InputPath {"b":1}
            Arguments {"p":1}
            Result {"x":2}
            ResultSelector {"r":2}
            ResultPath {"a":{"b":1},"result":{"r":2}}
            """,
            result.Stages());
        Assert.Equal((StateTrialStatus.Succeeded, """{"r":2}""", "After"), (result.Status, result.Output?.ToString(), result.NextState));
    }

    [Theory]
    [InlineData("""{"Type":"Pass","End":true}""", "InputPath 1\nArguments 1\nResultSelector 1\nResultPath 1")]
    [InlineData("""{"Type":"Pass","Result":2,"End":true}""", "Result 2\nResultSelector 2\nResultPath 2")]
    [InlineData("""{"Type":"Succeed"}""", "InputPath 1")]
    [InlineData("""{"Type":"Fail"}""", "")]
    [InlineData("""{"Type":"Wait","Seconds":5,"End":true}""", "InputPath 1")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$","IsNumeric":true,"Next":"A"}]}""", "InputPath 1")]
    public void Shows_of_other_states_what_AWS_shows(string state, string stages) => Assert.Equal(stages, Trial.OfState(state, "1").Stages());

    [Fact]
    public void Shows_the_stages_up_to_the_one_that_failed()
    {
        var result = Trial.OfState("""{"Type":"Task","Resource":"f","ResultSelector":{"r.$":"$.y"},"End":true}""", start: Trial.Returns("""{"x":2}"""));

        Assert.Equal("InputPath {}\nArguments {}\nResult {\"x\":2}", result.Stages());
    }

    [Fact]
    public void A_cause_names_no_event_by_which_the_state_was_entered()
    {
        var result = Trial.OfState("""{"Type":"Pass","Parameters":{"x.$":"$.b"},"End":true}""", """{"a":1}""");

        Assert.Equal(
            (StateTrialStatus.Failed, new Failure("States.Runtime", """The JSONPath '$.b' specified for the field 'x.$' could not be found in the input '{"a":1}'""")),
            (result.Status, result.Failure));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 6)]
    [InlineData(2, 12)]
    public void Says_how_long_it_would_pause_before_the_next_retry(int retries, int seconds)
    {
        var result = Trial.OfState(Retries, start: start => Trial.Throws("Busy", "why")(start) with { RetryCount = retries });

        Assert.Equal(
            (StateTrialStatus.Retriable, new Failure("Busy", "why"), 1, TimeSpan.FromSeconds(seconds), null, null),
            (result.Status, result.Failure, result.RetryIndex, result.RetryPause, result.CatchIndex, result.Output));
    }

    [Fact]
    public void Once_its_retries_are_used_up_the_catchers_are_asked()
    {
        var result = Trial.OfState(Retries, start: start => Trial.Throws("Busy", "why")(start) with { RetryCount = 3 });

        Assert.Equal(
            (StateTrialStatus.CaughtError, new Failure("Busy", "why"), 1, null, 1, "B", """{"failure":{"Error":"Busy","Cause":"why"}}"""),
            (result.Status, result.Failure, result.RetryIndex, result.RetryPause, result.CatchIndex, result.NextState, result.Output?.ToString()));
    }

    [Fact]
    public void A_failure_that_nobody_takes_is_final()
    {
        var result = Trial.OfState("""{"Type":"Task","Resource":"f","End":true}""", start: Trial.Throws("Busy"));

        Assert.Equal(
            (StateTrialStatus.Failed, new Failure("Busy", null), (int?)null, (int?)null, (string?)null),
            (result.Status, result.Failure, result.RetryIndex, result.CatchIndex, result.NextState));
    }

    [Fact]
    public void Hands_on_the_variables_it_was_given_and_those_it_assigns()
    {
        var result = Trial.OfState(
            """{"Type":"Pass","Parameters":{"sum.$":"States.MathAdd($a, $b)"},"Assign":{"a.$":"$.sum"},"End":true}""",
            start: start => start with { Variables = (JsonObject)Json.Parse("""{"a":1,"b":2}""") });

        Assert.Equal("""{"a":3,"b":2}""", result.Variables.ToString());
    }

    [Fact]
    public void Sees_the_context_object_it_is_given_and_no_other()
    {
        var result = Trial.OfState(
            """{"Type":"Pass","Parameters":{"all.$":"$$"},"End":true}""",
            start: start => start with { Context = (JsonObject)Json.Parse("""{"State":{"Name":"Mine"}}""") });

        Assert.Equal("""{"all":{"State":{"Name":"Mine"}}}""", result.Output?.ToString());
    }

    [Fact]
    public void Sees_a_context_object_of_its_own_where_it_is_given_none()
    {
        var result = Trial.OfState("""{"Type":"Task","Resource":"f","Parameters":{"all.$":"$$"},"End":true}""", "7", start => start with { RetryCount = 2 });

        Assert.Equal(
            """{"all":{"Execution":{"Id":"arn:aws:states:us-east-1:123456789012:execution:Machine:run-1","Input":7,"Name":"run-1","RoleArn":"arn:aws:iam::123456789012:role/Role","StartTime":"2026-01-31T08:30:00.000Z"},"StateMachine":{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:Machine","Name":"Machine"},"State":{"Name":"StateName","EnteredTime":"2026-01-31T08:30:00.000Z","RetryCount":2}}}""",
            result.Output?.ToString());
    }

    [Fact]
    public void A_task_that_waits_for_a_callback_sees_its_token()
    {
        var trial = new StateTrial(
            StatesLanguage.Parsing.LoneState.Parse("""{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"token.$":"$$.Task.Token"},"End":true}""").Machine!,
            "StateName",
            new StateTrialStart { Execution = Simulation.Start(JsonObject.Empty) });

        var need = Assert.IsType<TrialNeed.Work>(trial.Begin(Simulation.Beginning));

        Assert.Equal(JsonObject.Of(("token", Json.Of(need.Request.TaskToken))), need.Request.Input);
    }

    [Fact]
    public void A_state_in_a_branch_ends_where_its_branch_ends()
    {
        const string Definition =
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Result":1,"End":true}}}],"Next":"Z"},"Z":{"Type":"Succeed"}}}
            """;

        Assert.Equal("B", Trial.OfMachine(Definition, "A").NextState);
        Assert.Null(Trial.OfMachine(Definition, "B").NextState);
    }

    [Fact]
    public void A_state_that_leads_to_itself_says_so() =>
        Assert.Equal(
            (StateTrialStatus.Succeeded, "S"),
            Trial.OfMachine("""{"StartAt":"S","States":{"S":{"Type":"Choice","Choices":[{"Variable":"$.go","IsPresent":true,"Next":"Z"}],"Default":"S"},"Z":{"Type":"Succeed"}}}""", "S") is var result
                ? (result.Status, result.NextState)
                : default);

    [Fact]
    public void A_trial_that_took_too_long_has_timed_out()
    {
        var trial = new StateTrial(
            StatesLanguage.Parsing.LoneState.Parse("""{"Type":"Wait","Seconds":600,"End":true}""").Machine!,
            "StateName",
            new StateTrialStart { Execution = Simulation.Start(JsonObject.Empty) });
        Assert.Equal(new TrialNeed.Pause(Simulation.Beginning.AddMinutes(10)), trial.Begin(Simulation.Beginning));

        var result = trial.GiveUp(Simulation.Beginning.AddMinutes(5));

        Assert.Equal((StateTrialStatus.Failed, new Failure("States.Timeout", null)), (result.Status, result.Failure));
    }

    [Fact]
    public void Refuses_a_state_that_is_not_there() =>
        Assert.Throws<ArgumentException>(() => Trial.OfMachine("""{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}""", "T"));

    [Fact]
    public void Refuses_a_Parallel_without_anything_to_stand_in_for_it() =>
        Assert.Throws<ArgumentException>(() => Trial.OfState("""{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"End":true}"""));
}

using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Golden;

/// <summary>The lives whose journals are kept for ever: one for each kind of machine.</summary>
internal static class GoldenCourses
{
    /// <summary>Each life by its name, lived anew.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenLife>> All { get; } = new Dictionary<string, Func<GoldenLife>>(StringComparer.Ordinal)
    {
        ["pass-and-variables"] = () => Live(
            """
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Result":{"n":1.50},"ResultPath":"$.r","Assign":{"x.$":"$.n","id.$":"States.UUID()"},"Next":"B"},
              "B":{"Type":"Pass","Parameters":{"x.$":"$x","name.$":"$$.Execution.Name","roll.$":"States.MathRandom(1, 100)"},"End":true}}}
            """,
            """{"a":1}"""),
        ["choice"] = () => Live(
            """
            {"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.n","IsPresent":true},{"Variable":"$.n","NumericGreaterThan":1}],"Next":"Big"}],"Default":"Small"},
              "Big":{"Type":"Succeed"},"Small":{"Type":"Fail","Error":"Small","Cause":"too small"}}}
            """,
            """{"n":2}"""),
        ["wait"] = () => Live("""{"StartAt":"W","States":{"W":{"Type":"Wait","SecondsPath":"$.s","End":true}}}""", """{"s":90}"""),
        ["fail-with-paths"] = () => Live("""{"StartAt":"F","States":{"F":{"Type":"Fail","ErrorPath":"$.e","CausePath":"$.c"}}}""", """{"e":"Broken","c":"beyond repair"}"""),
        ["path-that-misses"] = () => Live("""{"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"x.$":"$.missing"},"End":true}}}""", "{}"),
        ["no-choice-matched"] = () => Live(
            """{"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Next":"S"}]},"S":{"Type":"Succeed"}}}""",
            """{"n":2}"""),
        ["function"] = () => Live(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","TimeoutSeconds":30,"ResultSelector":{"r.$":"$.x"},"ResultPath":"$.out","End":true}}}
            """,
            """{"a":1}""",
            _ => Answer.With("""{"x":[1,2]}""")),
        ["integration-retried-and-caught"] = () => Live(
            """
            {"StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"work","Payload":{"try.$":"$$.State.RetryCount"}},
                "Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":2,"BackoffRate":3,"MaxDelaySeconds":2,"JitterStrategy":"FULL"}],
                "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.failure","Assign":{"why.$":"$.Error"},"Next":"Caught"}],"End":true},
              "Caught":{"Type":"Pass","End":true}}}
            """,
            """{"a":1}""",
            _ => Answer.Failure("Busy", "come back later")),
        ["integration-that-cannot-start"] = () => Live(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"work","Body":{}},"End":true}}}
            """,
            "{}",
            _ => Answer.Failure("States.Runtime", """The Parameters '{"FunctionName":"work","Body":{}}' could not be used to start the Task: [The field "Body" is not supported by Step Functions]""")),
        ["map-run-over-members"] = () => Live(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.o","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}}
            """,
            """{"o":{"a":1,"b":2}}""",
            _ => Answer.With("""[{"Key":"a","Value":1},{"Key":"b","Value":2}]""")),
        ["callback-with-heartbeat"] = () => Live(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":600,"HeartbeatSeconds":60,"Parameters":{"FunctionName":"work","Payload":{"token.$":"$$.Task.Token"}},"End":true}}}
            """,
            "{}",
            _ => Answer.Submitted("""{"StatusCode":202}"""),
            run =>
            {
                run.Step();
                var task = run.Tasks.Single().Task;
                run.Give(new Fact.TaskHeartbeat(run.Now.AddSeconds(50), task));
                run.Give(new Fact.TaskSucceeded(run.Now.AddSeconds(100), task, Json.Of("done")));
            }),
        ["callback-without-heartbeat"] = () => Live(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","HeartbeatSeconds":60,"Parameters":{"FunctionName":"work","Payload":{}},"End":true}}}
            """,
            "{}",
            _ => Answer.Submitted("""{"StatusCode":202}""")),
        ["activity"] = () => Live(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:work","End":true}}}
            """,
            "[1]",
            _ => Answer.Never,
            run =>
            {
                var task = run.Tasks.Single().Task;
                run.Give(new Fact.TaskStarted(run.Now.AddSeconds(1), task, "worker-7"));
                run.Give(new Fact.TaskFailed(run.Now.AddSeconds(2), task, new Failure("Worker", null)));
            }),
        ["activity-left-to-workers"] = () => Live(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:work","TimeoutSeconds":600,"HeartbeatSeconds":60,
              "Retry":[{"ErrorEquals":["States.HeartbeatTimeout"],"MaxAttempts":1}],"End":true}}}
            """,
            "[1]",
            _ => Answer.Submitted("null"),
            run =>
            {
                run.Step();
                run.Give(new Fact.TaskStarted(run.Now.AddSeconds(1), run.Tasks.Last().Task, "worker-7"));
                run.Give(new Fact.TaskHeartbeat(run.Now.AddSeconds(2), run.Tasks.Last().Task));
                run.Step();
                run.Step();
                run.Step();
                run.Give(new Fact.TaskStarted(run.Now.AddSeconds(1), run.Tasks.Last().Task, Worker: null));
                run.Give(new Fact.TaskSucceeded(run.Now.AddSeconds(2), run.Tasks.Last().Task, Json.Of("done")));
            }),
        ["activity-that-is-not-there"] = () => Live(
            """
            {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:work","Catch":[{"ErrorEquals":["States.ALL"],"Next":"T"}],"End":true}}}
            """,
            "[1]",
            _ => Answer.Failure("States.Runtime", "The activity arn:aws:states:us-east-1:123456789012:activity:work does not exist.")),
        ["parallel"] = () => Live(
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"work","End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Wait","Seconds":5,"End":true}}}],"End":true}}}
            """,
            """{"a":1}"""),
        ["parallel-that-fails"] = () => Live(
            """
            {"StartAt":"P","States":{
              "P":{"Type":"Parallel","Branches":[
                {"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":50,"End":true}}},
                {"StartAt":"B","States":{"B":{"Type":"Task","Resource":"work","End":true}}}],
                "Retry":[{"ErrorEquals":["Broken"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["Broken"],"Next":"Caught"}],"End":true},
              "Caught":{"Type":"Succeed"}}}
            """,
            "{}",
            _ => Answer.Failure("Broken")),
        ["map-one-by-one"] = () => Live(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":1,"ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value"},
              "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"work","End":true}}},"End":true}}}
            """,
            """{"items":["a","b"]}"""),
        ["map-with-tolerated-failures"] = () => Live(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","ToleratedFailureCount":1,"MaxConcurrency":2,
              "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"work","End":true}}},"End":true}}}
            """,
            "[1,2,3]",
            task => task.Input.Equals(Json.Of(2)) ? Answer.Failure("Broken", "two") : Answer.With(task.Input)),
        ["map-that-fails"] = () => Live(
            """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"work","End":true}}},"End":true}}}
            """,
            "[1,2,3]",
            task => task.Input.Equals(Json.Of(2)) ? Answer.Failure("Broken", "two") : Answer.Never),
        ["machine-that-times-out"] = () => Live(
            """{"TimeoutSeconds":10,"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""",
            "{}"),
        ["stopped-by-hand"] = () => Live(
            """{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}""",
            "{}",
            live: run => run.Give(new Fact.Stopped(run.Now.AddSeconds(3), new Failure("Enough", "of this")))),
        ["jsonata-pass-and-variables"] = () => Live(
            """
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Pass","Assign":{"n":"{% $states.input.a + 0.5 %}","id":"{% $uuid() %}"},"Output":{"r":"{% $merge([$states.input, {'b': [1..3]}]) %}"},"Next":"B"},
              "B":{"Type":"Pass","Output":["{% $n %}","{% $id %}","{% $random() %}","{% $now() %}","{% $states.context.State.Name %}","{% $states.input.r.b[$ > 1] %}"],"Next":"C"},
              "C":{"Type":"Succeed","Output":{"count":"{% $count($states.input) %}","last":"{% $states.input[-1] %}"}}}}
            """,
            """{"a":1}"""),
        ["jsonata-choice"] = () => Live(
            """
            {"QueryLanguage":"JSONata","StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[
                {"Condition":"{% $states.input.n > 10 %}","Next":"Big"},
                {"Condition":"{% $exists($states.input.n) %}","Output":{"was":"{% $states.input.n %}"},"Assign":{"size":"{% $string($states.input.n) & ' items' %}"},"Next":"Small"}],
                "Default":"Big"},
              "Big":{"Type":"Succeed"},"Small":{"Type":"Fail","Error":"{% 'Small' %}","Cause":"{% $size %}"}}}
            """,
            """{"n":2}"""),
        ["jsonata-wait"] = () => Live(
            """
            {"QueryLanguage":"JSONata","StartAt":"W","States":{
              "W":{"Type":"Wait","Seconds":"{% $states.input.s * 2 %}","Output":"{% $states.context.State.EnteredTime %}","Next":"U"},
              "U":{"Type":"Wait","Timestamp":"{% $fromMillis($toMillis($states.input) + 120000) %}","Output":"{% $now() %}","End":true}}}
            """,
            """{"s":45}"""),
        ["jsonata-task-retried-and-caught"] = () => Live(
            """
            {"QueryLanguage":"JSONata","StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","TimeoutSeconds":"{% $states.input.limit %}",
                "Arguments":{"FunctionName":"work","Payload":{"try":"{% $states.context.State.RetryCount %}"}},
                "Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":2,"JitterStrategy":"FULL"}],
                "Catch":[{"ErrorEquals":["States.ALL"],"Assign":{"why":"{% $states.errorOutput.Error %}"},"Output":"{% $states.errorOutput.Cause %}","Next":"Caught"}],"End":true},
              "Caught":{"Type":"Pass","Output":"{% $why & ': ' & $states.input %}","End":true}}}
            """,
            """{"limit":60}""",
            _ => Answer.Failure("Busy", "come back later")),
        ["jsonata-parallel"] = () => Live(
            """
            {"QueryLanguage":"JSONata","StartAt":"P","States":{"P":{"Type":"Parallel","Arguments":"{% $states.input.a %}","Branches":[
              {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"work","Output":"{% $states.result * 10 %}","End":true}}},
              {"StartAt":"B","States":{"B":{"Type":"Wait","Seconds":5,"Output":"{% $states.input + 1 %}","End":true}}}],"Output":"{% $sum($states.result) %}","End":true}}}
            """,
            """{"a":1}"""),
        ["jsonata-map"] = () => Live(
            """
            {"QueryLanguage":"JSONata","StartAt":"M","States":{"M":{"Type":"Map","Items":"{% $states.input.items %}","MaxConcurrency":"{% 1 + 1 %}","ToleratedFailureCount":"{% 1 %}",
              "ItemSelector":{"i":"{% $states.context.Map.Item.Index %}","v":"{% $states.context.Map.Item.Value %}","roll":"{% $floor($random() * 1000) %}"},
              "ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"work","Arguments":"{% $states.input.v %}","Output":"{% $uppercase($states.result) %}","End":true}}},
              "Output":"{% $states.result[$type($) = 'string'] %}","End":true}}}
            """,
            """{"items":["a","b","c"]}""",
            task => task.Input.Equals(Json.Of("b")) ? Answer.Failure("Broken", "b") : Answer.With(task.Input)),
        ["jsonata-map-without-items"] = () => Live(
            """
            {"QueryLanguage":"JSONata","StartAt":"A","States":{
              "A":{"Type":"Pass","Next":"M"},
              "M":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}}
            """,
            """{"items":[]}"""),
        ["jsonata-undefined-retried-and-caught"] = () => Live(
            """
            {"QueryLanguage":"JSONata","StartAt":"T","States":{
              "T":{"Type":"Task","Resource":"work","Output":{"x":"{% $states.result.missing %}"},
                "Retry":[{"ErrorEquals":["States.QueryEvaluationError"],"MaxAttempts":1}],
                "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Caught"}],"End":true},
              "Caught":{"Type":"Pass","Output":"{% $states.input.Error %}","Next":"W"},
              "W":{"Type":"Wait","Timestamp":"{% $states.input %}","End":true}}}
            """,
            """{"a":1}"""),
        ["both-languages"] = () => Live(
            """
            {"StartAt":"A","States":{
              "A":{"Type":"Pass","Parameters":{"n.$":"States.MathAdd($.a, 1)"},"Assign":{"a.$":"$.n"},"Next":"B"},
              "B":{"Type":"Pass","QueryLanguage":"JSONata","Assign":{"b":"{% [$a, $states.input.n] %}"},"Output":"{% {'b': $a * 2} %}","Next":"C"},
              "C":{"Type":"Pass","Parameters":{"b.$":"$b[1]","in.$":"$.b"},"End":true}}}
            """,
            """{"a":1}"""),
    };

    private static GoldenLife Live(string definition, string input, Func<TaskRequest, Answer>? answer = null, Action<Simulation>? live = null)
    {
        var run = Simulation.Of(definition, input, answer);
        (live ?? (course => course.ToTheEnd()))(run);
        return new GoldenLife((JsonObject)Json.Parse(definition), run.Journal);
    }
}

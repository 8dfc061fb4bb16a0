using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Support.Definitions;

/// <summary>States written in JSONata, as they may stand between those of JSONPath. Some of their expressions fail now and then.</summary>
/// <param name="prefix">What the names of the graph's states begin with.</param>
/// <param name="index">The number of the state in its graph.</param>
/// <param name="count">How many states the graph has.</param>
internal sealed class RandomJsonataStates(string prefix, int index, int count)
{
    private bool IsLast => index == count - 1;

    /// <summary>States of every type.</summary>
    /// <param name="graph">Makes a graph within the state, or null where graphs are deep enough.</param>
    public Gen<JsonObject> All(Func<string, Gen<JsonObject>>? graph)
    {
        var shapes = new List<Gen<JsonObject>> { Pass(), Wait(), Task() };
        shapes.AddRange(IsLast ? [Fail(), Succeed()] : [Choice()]);
        if (graph is not null)
        {
            shapes.AddRange([Parallel(graph), Map(graph)]);
        }

        return Gen.OneOf(shapes);
    }

    private Gen<JsonObject> Pass() =>
        from fields in Gen.Elements(
            "{}",
            """{"Output":{"all":"{% $states.input %}","id":"{% $uuid() %}","n":[1,"{% $random() %}"]}}""",
            """{"Output":"{% $states.context.State %}"}""",
            """{"Output":"{% $merge([$states.input, {'flag': 1, 'n': $count($states.context.Execution.Input.items)}]) %}"}""",
            """{"Output":{"later":"{% $states.input.x.y %}"}}""",
            $$$"""{"Output":{"seen":"{% ${{{prefix}}}seen %}","outer":"{% $exists($Sseen) ? $Sseen : 'none' %}"}}""",
            Assigning("seen", "{% $states.context.State.Name %}"))
        select Leading("Pass", fields);

    private Gen<JsonObject> Wait() =>
        from delay in Gen.Elements(
            """{"Seconds":"{% $states.context.Execution.Input.items[1] * 3 %}"}""",
            """{"Seconds":"{% $states.input.n %}"}""",
            """{"Timestamp":"{% $fromMillis($toMillis($states.context.State.EnteredTime) + 2500) %}"}""",
            """{"Timestamp":"{% $states.context.State.Name %}"}""")
        from output in Gen.Elements("{}", """{"Output":{"waited":"{% $states.context.State.EnteredTime %}"}}""", Assigning("waited", "{% $now() %}"))
        select Leading("Wait", delay, output);

    private Gen<JsonObject> Choice() =>
        from target in Gen.Choose(index + 1, count - 1)
        from condition in Gen.Elements(
            "\"{% $exists($states.input.flag) %}\"",
            "\"{% $states.context.Execution.Input.items[0] = 1 and $states.input.n > 1 %}\"",
            "\"{% $states.input.n %}\"",
            "true")
        from way in Gen.Elements("{}", """{"Output":{"chosen":"{% $states.input %}"}}""", Assigning("chosen", "{% $states.input %}"))
        select Queried(
            "Choice",
            $$"""{"Choices":[{{((JsonObject)Json.Parse(way)).With("Condition", Json.Parse(condition)).With("Next", Json.Of($"{prefix}{target}"))}}],"Default":"{{prefix}}{{index + 1}}"}""",
            way);

    private Gen<JsonObject> Task() =>
        from limits in Gen.Elements("{}", """{"TimeoutSeconds":"{% 20 %}"}""", """{"TimeoutSeconds":40,"HeartbeatSeconds":"{% $states.context.Execution.Input.items[1] %}"}""")
        from input in Gen.Elements("{}", """{"Arguments":{"retry":"{% $states.context.State.RetryCount %}","x":"{% $states.input.x %}"}}""", """{"Arguments":"{% [1..3] %}"}""")
        from result in Gen.Elements("{}", """{"Output":{"n":"{% $states.result.flag + 1 %}","flag":1}}""", Assigning("result", "{% $states.result %}"))
        from handling in Handling()
        select Leading("Task", """{"Resource":"arn:aws:lambda:us-east-1:123456789012:function:f"}""", limits, input, result, handling);

    private Gen<JsonObject> Parallel(Func<string, Gen<JsonObject>> graph) =>
        from branch in graph($"{prefix}{index}b0")
        from another in graph($"{prefix}{index}b1")
        from shape in Gen.Elements("{}", """{"Arguments":{"flag":"{% $states.context.State.RetryCount %}"},"Output":"{% $states.result[0] %}"}""", Assigning("results", "{% $states.result %}"))
        from handling in Handling()
        select Leading("Parallel", $$"""{"Branches":[{{branch}},{{another}}]}""", shape, handling);

    private Gen<JsonObject> Map(Func<string, Gen<JsonObject>> graph) =>
        from inner in graph($"{prefix}{index}i")
        from items in Gen.Elements("""{"Items":"{% $states.context.Execution.Input.items %}"}""", """{"Items":[1,"{% $states.input.n %}"]}""", "{}")
        from atOnce in Gen.Elements("""{"MaxConcurrency":"{% 2 %}"}""", """{"MaxConcurrency":1}""")
        from tolerance in Gen.Elements("{}", """{"ToleratedFailureCount":"{% $states.context.Execution.Input.items[0] %}"}""", """{"ToleratedFailurePercentage":"{% 50 %}"}""")
        from selector in Gen.Elements("{}", """{"ItemSelector":{"v":"{% $states.context.Map.Item.Value %}","roll":"{% $random() %}"}}""", """{"ItemSelector":"{% $states.input.n / $states.context.Map.Item.Index %}"}""")
        from handling in Handling()
        select Leading("Map", $$"""{"ItemProcessor":{{inner}}}""", items, atOnce, tolerance, selector, handling);

    private static Gen<JsonObject> Fail() =>
        from fields in Gen.Elements("""{"Error":"{% 'E1' %}","Cause":"{% $states.context.State.Name %}"}""", """{"Error":"{% $states.input.x %}"}""")
        select Queried("Fail", fields);

    private static Gen<JsonObject> Succeed() =>
        from fields in Gen.Elements("{}", """{"Output":"{% $string($states.input) %}"}""")
        select Queried("Succeed", fields);

    private Gen<string> Handling()
    {
        var catchers = IsLast
            ? """ "Catch":[] """
            : $$""" "Catch":[{"ErrorEquals":["E2"],"Output":{"why":"{% $states.errorOutput.Cause %}"},"Assign":{"{{prefix}}error":"{% $states.errorOutput %}"},"Next":"{{prefix}}{{index + 1}}"},{"ErrorEquals":["States.ALL"],"Next":"{{prefix}}{{index + 1}}"}] """;
        return Gen.Elements(
            "{}",
            """{"Retry":[{"ErrorEquals":["States.QueryEvaluationError"],"MaxAttempts":1},{"ErrorEquals":["E1"],"MaxAttempts":2,"JitterStrategy":"FULL"}]}""",
            $$"""{{{catchers}}}""");
    }

    private string Assigning(string variable, string expression) =>
        JsonObject.Of(("Assign", JsonObject.Of(($"{prefix}{variable}", Json.Of(expression))))).ToString();

    private JsonObject Leading(string type, params ReadOnlySpan<string> fields)
    {
        var state = Queried(type, fields);
        return IsLast ? state.With("End", Json.True) : state.With("Next", Json.Of($"{prefix}{index + 1}"));
    }

    private static JsonObject Queried(string type, params ReadOnlySpan<string> fields)
    {
        var state = JsonObject.Of(("Type", Json.Of(type)), ("QueryLanguage", Json.Of("JSONata")));
        foreach (var text in fields)
        {
            foreach (var (name, value) in (JsonObject)Json.Parse(text))
            {
                state = state.With(name, value);
            }
        }

        return state;
    }
}

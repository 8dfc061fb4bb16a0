using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Support;

/// <summary>Definitions of every shape the JSONPath language has, for laws that must hold for all of them.</summary>
public static class RandomMachines
{
    /// <summary>Definitions with up to four states a graph and three graphs deep. All are valid, all end.</summary>
    public static Gen<JsonObject> Definitions => Graph(depth: 3, prefix: "S");

    private static Gen<JsonObject> Graph(int depth, string prefix) =>
        from count in Gen.Choose(1, 4)
        from states in Gen.CollectToArray(Enumerable.Range(0, count), i => State(depth, prefix, i, count))
        select JsonObject.Of(
            ("StartAt", Json.Of($"{prefix}0")),
            ("States", JsonObject.Of(states.Select((state, i) => KeyValuePair.Create<string, Json>($"{prefix}{i}", state)))));

    private static Gen<JsonObject> State(int depth, string prefix, int index, int count)
    {
        var shapes = new List<(int Weight, Gen<JsonObject> State)>
        {
            (3, Pass(prefix, index, count)),
            (4, Task(prefix, index, count)),
            (2, Wait(prefix, index, count)),
        };
        if (index < count - 1)
        {
            shapes.Add((2, Choice(prefix, index, count)));
        }

        if (index == count - 1)
        {
            shapes.Add((1, Gen.Constant(Fields("Fail", ("Error", Json.Of("E1")), ("Cause", Json.Of("because"))))));
            shapes.Add((1, Gen.Constant(Fields("Succeed"))));
        }

        if (depth > 1)
        {
            shapes.Add((2, Parallel(depth, prefix, index, count)));
            shapes.Add((2, Map(depth, prefix, index, count)));
        }

        return Gen.Frequency([.. shapes.Select(shape => (shape.Weight, shape.State))]);
    }

    private static Gen<JsonObject> Pass(string prefix, int index, int count) =>
        from fields in Gen.Elements(
            "{}",
            """{"Result":{"n":1.50},"ResultPath":"$.pass"}""",
            """{"Parameters":{"all.$":"$","id.$":"States.UUID()"}}""",
            """{"Assign":{"seen.$":"$$.State.Name"}}""")
        select Leading(Fields("Pass", fields), prefix, index, count);

    private static Gen<JsonObject> Wait(string prefix, int index, int count) =>
        from seconds in Gen.Choose(0, 30)
        select Leading(Fields("Wait", ("Seconds", Json.Of(seconds))), prefix, index, count);

    private static Gen<JsonObject> Choice(string prefix, int index, int count) =>
        from target in Gen.Choose(index + 1, count - 1)
        select Fields(
            "Choice",
            ("Choices", Json.Parse($$"""[{"Variable":"$.flag","IsPresent":true,"Next":"{{prefix}}{{target}}"}]""")),
            ("Default", Json.Of($"{prefix}{index + 1}")));

    private static Gen<JsonObject> Task(string prefix, int index, int count) =>
        from resource in Gen.Elements(
            "arn:aws:lambda:us-east-1:123456789012:function:f",
            "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "arn:aws:states:us-east-1:123456789012:activity:a")
        from limits in Gen.Elements("{}", """{"TimeoutSeconds":20}""", """{"TimeoutSeconds":40,"HeartbeatSeconds":7}""")
        from input in Gen.Elements("{}", """{"Parameters":{"FunctionName":"f","Payload":{"retry.$":"$$.State.RetryCount","token.$":"$$.Task.Token"}}}""")
        from handling in Handling(prefix, index, count)
        select Leading(With(Fields("Task", ("Resource", Json.Of(resource))), limits, input, handling), prefix, index, count);

    private static Gen<JsonObject> Parallel(int depth, string prefix, int index, int count) =>
        from branches in Gen.Choose(1, 3)
        from graphs in Gen.CollectToArray(Enumerable.Range(0, branches), i => Graph(depth - 1, $"{prefix}{index}b{i}"))
        from handling in Handling(prefix, index, count)
        select Leading(With(Fields("Parallel", ("Branches", JsonArray.Of(graphs))), handling), prefix, index, count);

    private static Gen<JsonObject> Map(int depth, string prefix, int index, int count) =>
        from graph in Graph(depth - 1, $"{prefix}{index}i")
        from atOnce in Gen.Choose(0, 3)
        from tolerance in Gen.Elements("{}", """{"ToleratedFailureCount":1}""", """{"ToleratedFailurePercentage":50}""")
        from selector in Gen.Elements("{}", """{"ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value"}}""")
        from handling in Handling(prefix, index, count)
        select Leading(
            With(
                Fields("Map", ("ItemsPath", Json.Of("$$.Execution.Input.items")), ("ItemProcessor", graph), ("MaxConcurrency", Json.Of(atOnce))),
                tolerance,
                selector,
                handling),
            prefix,
            index,
            count);

    private static Gen<string> Handling(string prefix, int index, int count)
    {
        var catchers = index < count - 1
            ? $$""" "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.caught","Next":"{{prefix}}{{index + 1}}"}] """
            : """ "Catch":[] """;
        return Gen.Elements(
            "{}",
            """{"Retry":[{"ErrorEquals":["E1"],"MaxAttempts":2,"JitterStrategy":"FULL"},{"ErrorEquals":["States.ALL"],"MaxAttempts":1}]}""",
            $$"""{{{catchers}}}""",
            $$"""{"Retry":[{"ErrorEquals":["E2"],"MaxAttempts":1}],{{catchers}}}""");
    }

    private static JsonObject Leading(JsonObject state, string prefix, int index, int count) =>
        index == count - 1 ? state.With("End", Json.True) : state.With("Next", Json.Of($"{prefix}{index + 1}"));

    private static JsonObject Fields(string type, params ReadOnlySpan<(string Name, Json Value)> fields)
    {
        var state = JsonObject.Of(("Type", Json.Of(type)));
        foreach (var (name, value) in fields)
        {
            state = state.With(name, value);
        }

        return state;
    }

    private static JsonObject Fields(string type, string more) => With(Fields(type), more);

    private static JsonObject With(JsonObject state, params ReadOnlySpan<string> more)
    {
        foreach (var text in more)
        {
            foreach (var (name, value) in (JsonObject)Json.Parse(text))
            {
                state = state.With(name, value);
            }
        }

        return state;
    }
}

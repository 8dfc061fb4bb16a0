using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Support.Definitions;

/// <summary>Definitions of every shape that JSONPath has, with states of JSONata among them, for laws that must hold for all of them.</summary>
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
            (4, new RandomJsonataStates(prefix, index, count).All(depth > 1 ? inner => Graph(depth - 1, inner) : null)),
        };
        if (index < count - 1)
        {
            shapes.Add((2, Choice(prefix, index, count)));
        }

        if (index == count - 1)
        {
            shapes.Add((1, Fail()));
            shapes.Add((1, Gen.Constant(Fields("Succeed"))));
        }

        if (depth > 1)
        {
            shapes.Add((2, Parallel(depth, prefix, index, count)));
            shapes.Add((2, Map(depth, prefix, index, count)));
        }

        return Gen.Frequency([.. shapes.Select(shape => (shape.Weight, shape.State))]);
    }

    private static Gen<JsonObject> Fail() =>
        from fields in Gen.Elements(
            """{"Error":"E1","Cause":"because"}""",
            """{"ErrorPath":"$$.State.Name","CausePath":"States.Format('by {}', $$.Execution.Name)"}""",
            """{"ErrorPath":"$.x"}""",
            "{}")
        select Fields("Fail", fields);

    private static Gen<JsonObject> Pass(string prefix, int index, int count) =>
        from fields in Gen.Elements(
            "{}",
            """{"Result":{"n":1.50},"ResultPath":"$.pass"}""",
            """{"Parameters":{"all.$":"$","id.$":"States.UUID()"}}""",
            """{"InputPath":"$.x","ResultPath":"$.made"}""",
            """{"InputPath":null,"OutputPath":"$$.Execution.Input"}""",
            """{"Result":0,"ResultPath":"$.items[1]"}""",
            Assigning(prefix, "seen.$\":\"$$.State.Name\"", "fixed\":[1,{\"a\":2}]"),
            Using(prefix))
        select Leading(Fields("Pass", fields), prefix, index, count);

    private static Gen<JsonObject> Wait(string prefix, int index, int count) =>
        from seconds in Gen.Choose(0, 30)
        from delay in Gen.Elements(
            $$"""{"Seconds":{{seconds}}}""",
            """{"SecondsPath":"$$.Execution.Input.items[2]"}""",
            $$"""{"Timestamp":"2026-01-31T08:30:{{seconds:00}}.5Z"}""",
            """{"TimestampPath":"$$.State.EnteredTime"}""")
        from assign in Gen.Elements("{}", Assigning(prefix, "waited.$\":\"$$.State.EnteredTime\""))
        select Leading(With(Fields("Wait", delay), assign), prefix, index, count);

    private static Gen<JsonObject> Choice(string prefix, int index, int count) =>
        from target in Gen.Choose(index + 1, count - 1)
        from condition in Gen.Elements(
            """ "Variable":"$.flag","IsPresent":true """,
            """ "And":[{"Variable":"$.n","IsPresent":true},{"Not":{"Variable":"$.n","NumericGreaterThan":2}}] """,
            """ "Or":[{"Variable":"$$.Execution.Input.x","StringMatches":"y*"},{"Variable":"$.missing","IsNull":true}] """)
        from assign in Gen.Elements("{}", Assigning(prefix, "chosen\":true"))
        select With(
            Fields(
                "Choice",
                ("Choices", JsonArray.Of([With((JsonObject)Json.Parse($$"""{ {{condition}},"Next":"{{prefix}}{{target}}"}"""), assign)])),
                ("Default", Json.Of($"{prefix}{index + 1}"))),
            assign);

    private static Gen<JsonObject> Task(string prefix, int index, int count) =>
        from resource in Gen.Elements(
            "arn:aws:lambda:us-east-1:123456789012:function:f",
            "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "arn:aws:states:us-east-1:123456789012:activity:a")
        from limits in Gen.Elements(
            "{}",
            """{"TimeoutSeconds":20}""",
            """{"TimeoutSeconds":40,"HeartbeatSeconds":7}""",
            """{"TimeoutSecondsPath":"$$.Execution.Input.items[2]","HeartbeatSecondsPath":"$$.Execution.Input.items[1]"}""")
        from input in Gen.Elements("{}", """{"Parameters":{"FunctionName":"f","Payload":{"retry.$":"$$.State.RetryCount","token.$":"$$.Task.Token"}}}""")
        from result in Gen.Elements(
            "{}",
            """{"ResultSelector":{"n.$":"States.MathAdd($.flag, 1)","flag":1},"ResultPath":"$.flag"}""",
            """{"ResultPath":null}""",
            """{"ResultPath":"$.x.y"}""",
            Assigning(prefix, "result.$\":\"$\"", "seen.$\":\"$$.State.RetryCount\""))
        from handling in Handling(prefix, index, count)
        select Leading(With(Fields("Task", ("Resource", Json.Of(resource))), limits, input, result, handling), prefix, index, count);

    private static Gen<JsonObject> Parallel(int depth, string prefix, int index, int count) =>
        from branches in Gen.Choose(1, 3)
        from graphs in Gen.CollectToArray(Enumerable.Range(0, branches), i => Graph(depth - 1, $"{prefix}{index}b{i}"))
        from shape in Gen.Elements(
            "{}",
            """{"Parameters":{"flag.$":"$$.State.RetryCount"},"ResultSelector":{"first.$":"$[0]"}}""",
            Assigning(prefix, "results.$\":\"$\""))
        from handling in Handling(prefix, index, count)
        select Leading(With(Fields("Parallel", ("Branches", JsonArray.Of(graphs))), shape, handling), prefix, index, count);

    private static Gen<JsonObject> Map(int depth, string prefix, int index, int count) =>
        from graph in Graph(depth - 1, $"{prefix}{index}i")
        from atOnce in Gen.Elements("""{"MaxConcurrency":0}""", """{"MaxConcurrency":1}""", """{"MaxConcurrency":2}""", """{"MaxConcurrencyPath":"$$.Execution.Input.items[1]"}""")
        from tolerance in Gen.Elements(
            "{}",
            """{"ToleratedFailureCount":1}""",
            """{"ToleratedFailurePercentage":50}""",
            """{"ToleratedFailureCountPath":"$$.Execution.Input.items[0]","ToleratedFailurePercentage":100}""")
        from selector in Gen.Elements(
            "{}",
            """{"ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value"}}""",
            """{"Parameters":{"v.$":"$$.Map.Item.Value","state.$":"$$.State.Name"}}""",
            """{"ItemSelector":{"fails.$":"States.ArrayGetItem($$.Execution.Input.items, $$.Map.Item.Value)"}}""")
        from shape in Gen.Elements("{}", """{"ResultPath":"$.mapped"}""", """{"ResultSelector":{"n.$":"States.ArrayLength($)"}}""", Assigning(prefix, "mapped.$\":\"$\""))
        from handling in Handling(prefix, index, count)
        from mode in Gen.Frequency(
            (5, Gen.Constant("{}")),
            (1, Gen.Constant("""{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"}}""")))
        select Leading(
            With(
                Fields("Map", ("ItemsPath", Json.Of("$$.Execution.Input.items")), ("ItemProcessor", With(graph, mode))),
                atOnce,
                tolerance,
                selector,
                shape,
                handling),
            prefix,
            index,
            count);

    private static Gen<string> Handling(string prefix, int index, int count)
    {
        var catchers = index < count - 1
            ? $$""" "Catch":[{"ErrorEquals":["E2"],"ResultPath":"$.x.y","Assign":{"{{prefix}}error.$":"$.Error"},"Next":"{{prefix}}{{index + 1}}"},{"ErrorEquals":["States.ALL"],"ResultPath":"$.caught","Next":"{{prefix}}{{index + 1}}"}] """
            : """ "Catch":[] """;
        return Gen.Elements(
            "{}",
            """{"Retry":[{"ErrorEquals":["E1"],"MaxAttempts":2,"JitterStrategy":"FULL"},{"ErrorEquals":["States.ALL"],"MaxAttempts":1}]}""",
            $$"""{{{catchers}}}""",
            $$"""{"Retry":[{"ErrorEquals":["E2"],"MaxAttempts":1}],{{catchers}}}""");
    }

    /// <summary>An Assign. No graph may assign what another one around it does, so the names begin with the graph's.</summary>
    private static string Assigning(string prefix, params ReadOnlySpan<string> variables) =>
        $$$"""{"Assign":{{{{string.Join(',', variables.ToArray().Select(variable => $"\"{prefix}{variable}"))}}}}}""";

    /// <summary>A Pass that reads a variable, which may not be there.</summary>
    private static string Using(string prefix) => $$$"""{"Parameters":{"seen.$":"${{{prefix}}}seen","outer.$":"$Sseen"}}""";

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

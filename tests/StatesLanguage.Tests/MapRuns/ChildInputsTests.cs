using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Tests.Executions;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.MapRuns;

public sealed class ChildInputsTests
{
    [Fact]
    public void Gives_each_child_an_item_where_nothing_else_is_said() =>
        Assert.Equal([(0, "1", 1), (1, "\"b\"", 1)], Inputs("", "[1,\"b\"]"));

    [Fact]
    public void Selects_from_the_item_the_input_the_context_and_the_variables() =>
        Assert.Equal(
            [(0, """{"i":0,"v":"a","k":7,"s":"S"}""", 1), (1, """{"i":1,"v":"b","k":7,"s":"S"}""", 1)],
            Inputs(
                """ "ItemsPath":"$.items","ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value","k.$":"$.k","s.$":"$$.State.Name"} """,
                """{"items":["a","b"],"k":7}"""));

    [Fact]
    public void Selects_with_JSONata_too()
    {
        const string Definition = """
            {"StartAt":"A","QueryLanguage":"JSONata","States":{
              "A":{"Type":"Pass","Assign":{"x":1},"Next":"S"},
              "S":{"Type":"Map","End":true,"Items":"{% $states.input.items %}",
                "ItemSelector":{"v":"{% $states.context.Map.Item.Value & '!' %}","k":"{% $states.input.k %}","x":"{% $x %}"},
                "ItemBatcher":{"MaxItemsPerBatch":"{% $states.input.k - 5 %}","BatchInput":{"k":"{% $states.input.k %}"}},
                "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I","States":{"I":{"Type":"Succeed"}}}}}}
            """;

        Assert.Equal(
            [(0, """{"BatchInput":{"k":7},"Items":[{"v":"a!","k":7,"x":1},{"v":"b!","k":7,"x":1}]}""", 2)],
            Inputs(Of(Simulation.Run(Definition, """{"items":["a","b"],"k":7}""", _ => Answer.Never))));
    }

    [Theory]
    [InlineData("{% $states.input.missing %}", "The JSONata expression '$states.input.missing' specified for the field 'ItemSelector/v' returned nothing (undefined).")]
    public void Says_where_JSONata_came_to_nothing(string selector, string cause)
    {
        var definition = $$$"""
            {"StartAt":"S","QueryLanguage":"JSONata","States":{"S":{"Type":"Map","End":true,"ItemSelector":{"v":"{{{selector}}}"},
              "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I","States":{"I":{"Type":"Succeed"} } } } } }
            """;
        var (inputs, items) = Of(Simulation.Run(definition, "[1]", _ => Answer.Never));

        Assert.False(inputs.TryAdd(items[0], out _, out var failure));

        Assert.Equal(new Failure("States.QueryEvaluationError", cause), failure);
    }

    [Fact]
    public void Takes_the_members_of_an_object_one_by_one_with_their_keys() =>
        Assert.Equal(
            [(0, """{"Key":"a","Value":1}""", 1), (1, """{"Key":"b","Value":{"x":2}}""", 1)],
            Inputs(""" "ItemsPath":"$.o" """, """{"o":{"a":1,"b":{"x":2}}}"""));

    [Fact]
    public void Shows_a_selector_where_an_item_is_from_and_what_its_key_is() =>
        Assert.Equal(
            [(0, """{"m":{"Item":{"Index":0,"Key":"a","Value":1,"Source":"STATE_DATA"}}}""", 1)],
            Inputs(""" "ItemSelector":{"m.$":"$$.Map"} """, """{"a":1}"""));

    [Fact]
    public void Puts_as_many_items_into_a_batch_as_may_be() =>
        Assert.Equal(
            [(0, """{"Items":[1,2]}""", 2), (1, """{"Items":[3,4]}""", 2), (2, """{"Items":[5]}""", 1)],
            Inputs(""" "ItemBatcher":{"MaxItemsPerBatch":2} """, "[1,2,3,4,5]"));

    [Fact]
    public void Puts_what_is_common_beside_the_items() =>
        Assert.Equal(
            [(0, """{"BatchInput":{"all":[1]},"Items":[{"v":1}]}""", 1)],
            Inputs(""" "ItemSelector":{"v.$":"$$.Map.Item.Value"},"ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"all.$":"$"}} """, "[1]"));

    [Fact]
    public void Closes_a_batch_before_it_has_too_many_bytes() =>
        Assert.Equal(
            [(0, """{"Items":["aaaa","bbbb"]}""", 2), (1, """{"Items":["cccc"]}""", 1)],
            Inputs(""" "ItemBatcher":{"MaxInputBytesPerBatch":27} """, """["aaaa","bbbb","cccc"]"""));

    [Theory]
    [InlineData("", 10, "The input of a child execution may have 10 bytes, but with the item 0 it has 12.")]
    [InlineData(""" "ItemBatcher":{"MaxInputBytesPerBatch":20} """, 1000, "The input of a child execution may have 20 bytes, but with the item 0 it has 24.")]
    public void Refuses_an_item_that_fits_into_no_input(string fields, int limit, string cause)
    {
        var (inputs, items) = Of(fields, "[\"0123456789\"]", limit);

        Assert.False(inputs.TryAdd(items[0], out _, out var failure));

        Assert.Equal(new Failure("States.DataLimitExceeded", cause), failure);
    }

    [Fact]
    public void Says_why_an_item_cannot_be_selected()
    {
        var (inputs, items) = Of(""" "ItemSelector":{"v.$":"$$.Map.Item.Value.x"} """, "[1]");

        Assert.False(inputs.TryAdd(items[0], out _, out var failure));

        Assert.Equal("States.Runtime", failure.Error);
        Assert.Contains("'$$.Map.Item.Value.x'", failure.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_the_same_again_and_for_each_item_something_else()
    {
        const string Fields = """ "ItemSelector":{"id.$":"States.UUID()"} """;

        var first = Inputs(Fields, "[1,2]");

        Assert.Equal(first, Inputs(Fields, "[1,2]"));
        Assert.NotEqual(first[0].Input, first[1].Input);
    }

    private static List<(long Index, string Input, int ItemCount)> Inputs(string fields, string input) => Inputs(Of(fields, input));

    private static List<(long Index, string Input, int ItemCount)> Inputs((ChildInputs Inputs, MapItem[] Items) given)
    {
        var (inputs, items) = given;
        var children = new List<ChildInput?>();
        foreach (var item in items)
        {
            Assert.True(inputs.TryAdd(item, out var ready, out _));
            children.Add(ready);
        }

        children.Add(inputs.Rest());
        return [.. children.OfType<ChildInput>().Select(child => (child.Index, child.Input.ToString(), child.ItemCount))];
    }

    private static (ChildInputs Inputs, MapItem[] Items) Of(string fields, string input, int payloadBytes = 262_144) =>
        Of(Simulation.Run(DistributedMaps.Of(fields), input, _ => Answer.Never), payloadBytes);

    private static (ChildInputs Inputs, MapItem[] Items) Of(Simulation run, int payloadBytes = 262_144)
    {
        var request = MapRunRequest.Of(run.Tasks.Single());
        var inputs = new ChildInputs(request, (MapState)run.Execution.Machine.Graph["S"], ExecutionLimits.Standard with { PayloadBytes = payloadBytes });
        return (inputs, [.. request.Source.AtHand!]);
    }
}

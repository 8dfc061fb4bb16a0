using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.Executions;

public sealed class FactCodecTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_769_848_200_250);

    public static TheoryData<Fact, string> Facts => new()
    {
        {
            new Fact.Started(At, Simulation.Start(Json.Parse("""{"a":1.0}""")) with { Rules = 1 }),
            """{"f":"Started","at":1769848200250,"arn":"arn:aws:states:us-east-1:123456789012:execution:Machine:run-1","name":"run-1","machineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:Machine","machineName":"Machine","role":"arn:aws:iam::123456789012:role/Role","seed":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f","rules":1,"payloadBytes":262144,"historyEvents":25000,"input":{"a":1.0}}"""
        },
        { new Fact.TaskStarted(At, 3, "worker-1"), """{"f":"TaskStarted","at":1769848200250,"task":3,"worker":"worker-1"}""" },
        { new Fact.TaskStarted(At, 3, null), """{"f":"TaskStarted","at":1769848200250,"task":3}""" },
        { new Fact.TaskSubmitted(At, 3, Json.Parse("[1]")), """{"f":"TaskSubmitted","at":1769848200250,"task":3,"output":[1]}""" },
        { new Fact.TaskHeartbeat(At, 3), """{"f":"TaskHeartbeat","at":1769848200250,"task":3}""" },
        { new Fact.TaskSucceeded(At, 3, Json.Null), """{"f":"TaskSucceeded","at":1769848200250,"task":3,"output":null}""" },
        { new Fact.TaskFailed(At, 3, new Failure("E", "why")), """{"f":"TaskFailed","at":1769848200250,"task":3,"error":"E","cause":"why"}""" },
        { new Fact.TaskFailed(At, 3, new Failure(null, null)), """{"f":"TaskFailed","at":1769848200250,"task":3}""" },
        { new Fact.TimerFired(At, 4), """{"f":"TimerFired","at":1769848200250,"timer":4}""" },
        { new Fact.Continued(At), """{"f":"Continued","at":1769848200250}""" },
        { new Fact.Stopped(At, new Failure("E", null)), """{"f":"Stopped","at":1769848200250,"error":"E"}""" },
        { new Fact.Redriven(At, "once"), """{"f":"Redriven","at":1769848200250,"token":"once"}""" },
        { new Fact.Redriven(At, null), """{"f":"Redriven","at":1769848200250}""" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Writes_a_fact_in_a_shape_that_never_changes_and_reads_it_back(Fact fact, string json)
    {
        Assert.Equal(json, FactCodec.ToJson(fact).ToString());
        Assert.Equal(fact, FactCodec.FromJson(Json.Parse(json)));
    }

    [Fact]
    public void Knows_every_kind_of_fact() =>
        Assert.Equal(
            typeof(Fact).GetNestedTypes().Select(type => type.Name).Order(),
            Facts.Select(row => ((Fact)row[0]).GetType().Name).Distinct().Order());

    [Theory]
    [InlineData("[]", "expected a fact, an object with \"f\" and \"at\", found []")]
    [InlineData("""{"f":"Slept","at":1}""", "expected the name of a fact, found \"Slept\"")]
    [InlineData("""{"f":"TaskSucceeded","at":1,"task":1}""", """expected a fact with "output", found {"f":"TaskSucceeded","at":1,"task":1}""")]
    public void Says_what_it_expected_and_found(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => FactCodec.FromJson(Json.Parse(json))).Message);
}

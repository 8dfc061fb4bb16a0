using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.Orchestrations.Tests.Resources.Mocks;

public sealed class MockConfigurationReaderTests
{
    [Fact]
    public void Reads_test_cases_with_what_each_attempt_gets()
    {
        var parsed = MockConfigurationReader.Read(
            """
            {
              "StateMachines": {
                "Orders": { "TestCases": { "Busy": { "Charge": "BusyThenPaid" }, "Real": {} } }
              },
              "MockedResponses": {
                "BusyThenPaid": {
                  "0-1": { "Throw": { "Error": "Busy", "Cause": "full" } },
                  "2": { "Return": { "paid": 1.0 } },
                  "3": { "Return": null },
                  "4": { "Throw": { "Error": "Broken" } }
                }
              }
            }
            """);

        Assert.Equal([], parsed.Problems);
        var response = parsed.Configuration!.Find("Orders", "Busy")!.Responses["Charge"];
        var busy = new TaskOutcome.Failed(new Failure("Busy", "full"));
        Assert.Equal(
            [busy, busy, new TaskOutcome.Succeeded(Json.Parse("""{"paid":1.0}""")), new TaskOutcome.Succeeded(Json.Null), new TaskOutcome.Failed(new Failure("Broken", null)), null],
            Enumerable.Range(0, 6).Select(response.OutcomeOf));
        Assert.Equal("0-1, 2, 3, 4", response.Attempts);
        Assert.Empty(parsed.Configuration.Find("Orders", "Real")!.Responses);
        Assert.Null(parsed.Configuration.Find("Orders", "Other"));
    }

    [Fact]
    public void Tells_of_everything_that_is_wrong_at_once()
    {
        var parsed = MockConfigurationReader.Read(
            """
            {
              "StateMachines": { "A": { "TestCases": { "x": { "S": "R", "T": 3, "U/V": "Missing" }, "y": 7 }, "Extra": 1 }, "B": {} },
              "MockedResponses": {
                "R": { "0-1": { "Return": 1 }, "1": { "Throw": { "Cause": 2, "Why": 1 } }, "a": { "Return": 1, "Throw": { "Error": "e" } }, "3-2": {}, "4": 5 },
                "Empty": {},
                "List": []
              },
              "Comment": "none"
            }
            """);

        Assert.Null(parsed.Configuration);
        Assert.Equal(
            [
                """/Comment: expected only the members StateMachines, MockedResponses, found "Comment" """.TrimEnd(),
                """/MockedResponses/R/1/Throw/Why: expected only the members Error, Cause, found "Why" """.TrimEnd(),
                """/MockedResponses/R/1/Throw: expected a member "Error", found none""",
                "/MockedResponses/R/1/Throw/Cause: expected a text, found 2",
                """/MockedResponses/R/1: expected attempts that no other member is for, found "1", which overlaps another one""",
                "/MockedResponses/R/a: expected one of Return and Throw, found both",
                """/MockedResponses/R/a: expected the number of an attempt, counted from 0, or a range such as "1-2", found "a" """.TrimEnd(),
                "/MockedResponses/R/3-2: expected one of Return and Throw, found none",
                """/MockedResponses/R/3-2: expected the number of an attempt, counted from 0, or a range such as "1-2", found "3-2" """.TrimEnd(),
                "/MockedResponses/R/4: expected an object, found 5",
                """/MockedResponses/Empty: expected a response for at least one attempt, such as "0", found none""",
                "/MockedResponses/List: expected an object, found a list",
                """/StateMachines/A/Extra: expected only the members TestCases, found "Extra" """.TrimEnd(),
                "/StateMachines/A/TestCases/x/T: expected a text, found 3",
                "/StateMachines/A/TestCases/x/U~1V: expected the name of a member of MockedResponses, found 'Missing'",
                "/StateMachines/A/TestCases/y: expected an object, found 7",
                """/StateMachines/B: expected a member "TestCases", found none""",
            ],
            parsed.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("", "/: expected JSON, found at line 1, column 1: ")]
    [InlineData("{", "/: expected JSON, found at line 1, column 2: ")]
    public void Says_where_a_text_is_no_JSON(string text, string beginning) =>
        Assert.StartsWith(beginning, MockConfigurationReader.Read(text).Problems[0].ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "/: expected an object, found a list")]
    [InlineData("{}", """/: expected a member "MockedResponses", found none""", """/: expected a member "StateMachines", found none""")]
    [InlineData("""{"StateMachines":{},"MockedResponses":{"A":{"0":{"Return":1},"0":{"Return":2}}}}""", "/MockedResponses/A/0: expected each name once, found it again")]
    public void Says_what_it_expected_and_found(string text, params string[] problems) =>
        Assert.Equal(problems, MockConfigurationReader.Read(text).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void However_a_text_is_mangled_there_is_a_configuration_or_a_problem()
    {
        const string Text = """{"StateMachines":{"A":{"TestCases":{"x":{"S":"R"}}}},"MockedResponses":{"R":{"0-1":{"Return":{"a":[1]}},"2":{"Throw":{"Error":"e","Cause":"c"}}}}}""";
        var definition = (JsonObject)Json.Parse(Text);
        var mutator = new DefinitionMutator(new Random(7));
        for (var i = 0; i < Thoroughness.Cases(2_000); i++)
        {
            var parsed = MockConfigurationReader.Read(mutator.Mutate(definition));

            Assert.Equal(parsed.Problems.Count == 0, parsed.Configuration is not null);
        }
    }
}

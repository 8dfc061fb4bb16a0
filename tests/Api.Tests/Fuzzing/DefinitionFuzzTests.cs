using System.Net;
using TaskOrchestration.Api.Tests.Embedded;
using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Definitions;

namespace TaskOrchestration.Api.Tests.Fuzzing;

public class DefinitionFuzzTests : EngineTest
{
    /// <summary>Far longer than any answer takes on a busy machine; what exceeds it hangs.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_broken_definition_creates_a_machine_or_is_refused_by_name_and_never_breaks_the_server()
    {
        var cases = Thoroughness.Cases(10_000);
        var refused = 0;

        await Parallel.ForAsync(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) =>
        {
            var random = new Random(seed);
            var definition = new DefinitionMutator(random).Mutate(DefinitionWriter.Write(MachineMaker.Make(random.Next())));
            var answer = await Server.CallAsync("CreateStateMachine", JsonObject.Of(
                ("name", Json.Of($"machine-{seed}")),
                ("definition", Json.Of(definition)),
                ("roleArn", Json.Of(Samples.Role)))).WaitAsync(Hang, CancellationToken.None);
            if (answer.Status != HttpStatusCode.OK)
            {
                // A definition of no characters at all is not even a request.
                Assert.Equal((HttpStatusCode.BadRequest, definition.Length == 0 ? "ValidationException" : "InvalidDefinition"), (answer.Status, Name(answer)));
                Interlocked.Increment(ref refused);
            }
        });

        Assert.InRange(refused, cases / 2, cases);
    }

    private static string Name(ApiAnswer answer) => ((JsonString)((JsonObject)answer.Body!)["__type"]!).Value;
}

using TaskOrchestration.Conformance.Tests.Comparing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

public sealed class HistoryComparisonTests
{
    private const string Recorded =
        """[{"id":1,"previousEventId":0,"timestamp":"timestamp","type":"A"},{"id":2,"previousEventId":0,"timestamp":"timestamp","type":"B"}]""";

    private const string Swapped =
        """[{"id":1,"previousEventId":0,"timestamp":7,"type":"B"},{"id":2,"previousEventId":1,"timestamp":8,"type":"A"}]""";

    [Fact]
    public void Compares_in_order_and_with_ids()
    {
        Assert.Empty(Compare("[]", Recorded, Recorded.Replace("\"timestamp\":\"timestamp\"", "\"timestamp\":1.5", StringComparison.Ordinal)));
        Assert.NotEmpty(Compare("[]", Recorded, Swapped));
    }

    [Fact]
    public void Compares_as_a_heap_where_branches_run_at_the_same_time()
    {
        Assert.Empty(Compare("""["concurrent"]""", Recorded, Swapped));
        Assert.Equal(
            ["""missing event {"type":"B"}""", """surplus event {"type":"C"}"""],
            Compare("""["concurrent"]""", Recorded, Swapped.Replace("\"B\"", "\"C\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Leaves_out_the_event_that_normalising_lost()
    {
        Assert.Empty(Compare("""["parallel-normalised"]""", """[{"type":"A"}]""", """[{"id":3,"type":"ParallelStateSucceeded"},{"id":4,"type":"A"}]"""));
    }

    [Fact]
    public void Takes_the_newer_place_of_the_exit_from_a_Map_Run_for_the_older()
    {
        const string Older = """
            [{"id":4,"previousEventId":3,"type":"MapRunStarted"},{"id":5,"previousEventId":4,"type":"MapRunSucceeded"},{"id":6,"previousEventId":5,"type":"MapStateExited"}]
            """;
        var newer = Older.Replace("\"id\":6,\"previousEventId\":5", "\"id\":6,\"previousEventId\":4", StringComparison.Ordinal);

        Assert.Empty(Compare("[]", Older, newer));
        Assert.Empty(Compare("[]", newer, newer));
        Assert.NotEmpty(Compare("[]", newer, Older));
    }

    [Fact]
    public void Says_which_events_are_missing_at_the_end()
    {
        Assert.Equal(
            ["""missing event {"id":2,"previousEventId":0,"timestamp":"timestamp","type":"B"}"""],
            Compare("[]", Recorded, """[{"id":1,"previousEventId":0,"timestamp":0,"type":"A"}]"""));
    }

    private static IReadOnlyList<string> Compare(string notes, string expected, string actual) => HistoryComparison.Compare(
        JsonObject.Of(("history_notes", Json.Parse(notes))),
        (JsonArray)Json.Parse(expected),
        (JsonArray)Json.Parse(actual));
}

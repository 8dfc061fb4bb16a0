using System.Buffers.Text;
using System.IO.Compression;
using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Durable.Payloads;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Durable.Worlds;

namespace TaskOrchestration.Functions.Tests.Durable;

public sealed class MessageTests
{
    private static readonly ExecutionStart Start = Simulation.Start(Json.Null);

    [Theory]
    [InlineData(10)]
    [InlineData(5_000)]
    [InlineData(250_000)]
    public void A_packed_text_gives_its_json_back_and_is_hardly_escaped(int length)
    {
        var json = JsonObject.Of(("quotes", Json.Of(new string('"', length))), ("noise", Json.Of(RecordSamples.Noise(length, 3))));

        var text = PackedText.Of(json);

        Assert.Equal(json, PackedText.Read(text));
        Assert.True(System.Text.Json.JsonSerializer.Serialize(text).Length <= Math.Max(1_000, json.Utf8Length), "A serializer made it longer than it was.");
    }

    [Fact]
    public void A_ticket_does_not_follow_from_how_a_host_packs()
    {
        var json = JsonObject.Of(("text", Json.Of(string.Concat(Enumerable.Range(0, 5_000)))));
        var (here, elsewhere) = (PackedText.Of(json), PackedTighter(json));

        Assert.NotEqual(here, elsewhere);
        Assert.Equal(json, PackedText.Read(elsewhere));
        Assert.Equal(ActivityAnswer.TicketOf(here), ActivityAnswer.TicketOf(elsewhere));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("~@")]
    [InlineData("~QUJD")]
    [InlineData("=")]
    [InlineData("nonsense")]
    public void What_is_no_packed_text_is_said_to_be_none(string? text) => Assert.ThrowsAny<FormatException>(() => PackedText.Read(text));

    [Fact]
    public void A_task_and_what_is_to_be_taken_down_with_it_come_through()
    {
        var at = Simulation.Beginning;
        var record = new RecordInput
        {
            Start = Start,
            StartedAt = at,
            Progress = [new TaskProgress(TaskResource.Parse("work"), TaskPhase.Started, at, at, null)],
            Batch = new FactBatch
            {
                ExecutionArn = Start.ExecutionArn,
                RedriveCount = 2,
                From = 7,
                Before = "abc",
                IsFirst = true,
                Facts = [new Fact.TaskHeartbeat(at, 3), new Fact.TaskFailed(at, 3, new Failure("A", null))],
                Opened = [4],
                Closed = [3],
                End = new ExecutionEnd(ExecutionStatus.TimedOut, at, null, new Failure("States.Timeout", null), 12),
            },
        };
        var request = new TaskRequest
        {
            Execution = Start,
            Task = 4,
            Visit = 2,
            StateName = "Work",
            Resource = TaskResource.Parse("arn:aws:states:::lambda:invoke.waitForTaskToken"),
            Input = Json.Parse("""{"a":1.0}"""),
            RetryCount = 1,
            Invocation = 5,
            Deadline = at.AddMinutes(1),
        };

        var read = TaskInput.Read(new TaskInput(record, request).Text);

        Assert.Equal(request, read.Request);
        Assert.Equal(record.Batch.Facts, read.Record.Batch.Facts);
        Assert.Equal(record.Progress, read.Record.Progress);
        Assert.Equal(record.Batch.Opened, read.Record.Batch.Opened);
        Assert.Equal(record.Batch.Closed, read.Record.Batch.Closed);
        Assert.Equal(
            record.Batch with { Facts = [], Opened = [], Closed = [] },
            read.Record.Batch with { Facts = [], Opened = [], Closed = [] });
        Assert.Equal((record.Start, record.StartedAt), (read.Record.Start, read.Record.StartedAt));
    }

    [Fact]
    public void Answers_come_through()
    {
        ActivityAnswer[] answers =
        [
            new() { Ticket = "t", Runs = false },
            new() { Ticket = "t", Submitted = JsonObject.Empty, Child = "arn" },
            new() { Ticket = "t", Submitted = JsonObject.Empty, Outcome = new TaskOutcome.Succeeded(Json.Null) },
            new() { Ticket = "t", Outcome = new TaskOutcome.Failed(new Failure(null, "why")) },
        ];

        Assert.Equal(answers, answers.Select(answer => ActivityAnswer.Read(answer.Text)));
    }

    [Fact]
    public void What_Map_Runs_are_told_and_answer_comes_through()
    {
        var input = new MapRunInput(new MapRunAddress("arn:aws:states:us-east-1:123456789012:mapRun:machine/each:1", RedriveCount: 2), "execution", ExecutionRedriveCount: 3, Task: 4) { IsStopped = true };
        ChildEnd[] ends =
        [
            new() { Index = 7, Status = ExecutionStatus.Succeeded, Output = Json.Parse("""{"a":1.0}"""), StartedAt = Simulation.Beginning, StoppedAt = Simulation.Beginning.AddSeconds(1), RedriveCount = 1 },
            new() { Index = 8, Status = ExecutionStatus.Failed, Failure = new Failure(null, "why"), StartedAt = Simulation.Beginning, StoppedAt = Simulation.Beginning },
        ];
        var round = new MapRunRound(input) { Number = 9, Ended = ["a", "b"], Ends = [.. ends.Select(ChildEndCodec.ToJson)] };
        MapRunAnswer[] answers =
        [
            new() { Ticket = "t" },
            new() { Ticket = "t", IsOver = true },
            new() { Ticket = "t", IsUrgent = true, End = ChildEndCodec.ToJson(ends[0]) },
        ];

        var read = MapRunRound.Read(round.Text);

        Assert.Equal(input, MapRunInput.Read(input.Text));
        Assert.Equal((input, 9L), (read.MapRun, read.Number));
        Assert.Equal(round.Ended, read.Ended);
        Assert.Equal(ends, read.Ends.Select(MapRunRound.EndOf));
        Assert.Null(MapRunRound.Read((round with { Ended = null }).Text).Ended);
        Assert.Equal(new ExpressChildInput(input, 5), ExpressChildInput.Read(new ExpressChildInput(input, 5).Text));
        Assert.Equal(answers.Select(answer => answer.Text), answers.Select(answer => MapRunAnswer.Read(answer.Text).Text));
        Assert.Equal([5L, 6], MapRunAnswer.Read(new MapRunAnswer { Ticket = "t", Running = [5, 6] }.Text).Running);
    }

    [Theory]
    [InlineData("={}")]
    [InlineData("""={"mapRun":{"mapRun":"nonsense","execution":"e","redrives":0,"task":1},"number":1}""")]
    [InlineData("""={"mapRun":{"mapRun":"arn:aws:states:us-east-1:1:mapRun:m/l:1#x","execution":"e","redrives":0,"task":1},"number":1}""")]
    public void What_is_no_message_to_a_Map_Run_is_said_to_be_none(string text)
    {
        Assert.Throws<FormatException>(() => MapRunRound.Read(text));
        Assert.Throws<FormatException>(() => MapRunInput.Read(text));
        Assert.Throws<FormatException>(() => ExpressChildInput.Read(text));
    }

    [Fact]
    public void Signals_come_through_and_only_what_may_come_from_outside()
    {
        Signal[] signals = [Signal.ChildEnded("arn"), Signal.Of(new Fact.Stopped(Simulation.Beginning, new Failure("A", "B"))), Signal.Of(new Fact.TaskHeartbeat(Simulation.Beginning, 1))];

        Assert.Equal(signals, signals.Select(signal => Signal.Parse(signal.Text)));
        Assert.Throws<ArgumentException>(() => Signal.Of(new Fact.Continued(Simulation.Beginning)));
    }

    [Fact]
    public async Task An_input_that_is_too_long_lies_elsewhere_in_pieces()
    {
        var payloads = new InMemoryPayloads();
        var first = new Fact.Started(Simulation.Beginning, Simulation.Start(Json.Of("short")));
        var definition = RecordSamples.Noise(900_000, 5);

        var envelope = InputEnvelope.Read(await new ExecutionInputs(payloads).WriteAsync("id", ExecutionInput.Of(definition, first)));

        var stored = envelope.StoredDefinition!;
        var pieces = await Task.WhenAll(Enumerable.Range(0, stored.Pieces).Select(piece => payloads.ReadAsync(stored.NameOf(piece))));
        Assert.Equal(definition, InputEnvelope.Unpack(string.Concat(pieces)));
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, StoredText.LongestPiece));
        Assert.NotNull(envelope.State);
        await payloads.DeleteAllAsync("id");
        Assert.Empty(payloads.Names);
    }

    [Fact]
    public void A_long_text_is_not_cut_within_a_character()
    {
        var json = Json.Of(string.Concat(Enumerable.Repeat("\U0001F600", 300_000)));
        var (stored, text) = StoredText.Of("id", json)!.Value;

        var pieces = Enumerable.Range(0, stored.Pieces).Select(piece => PieceInput.Read(new PieceInput(stored.NameOf(piece), StoredText.PieceOf(text, piece)).Text).Piece);

        Assert.Equal(json, Json.Parse(string.Concat(pieces)));
    }

    private static string PackedTighter(Json json)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(json.ToUtf8());
        }

        return $"~{Base64Url.EncodeToString(packed.ToArray())}";
    }
}

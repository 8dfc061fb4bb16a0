using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using TaskOrchestration.Api.Rest.Shapes;
using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Schedules;

/// <summary>What a schedule is to say.</summary>
[DisplayName("ScheduleDraft")]
internal sealed record ScheduleDraft
{
    [StringLength(200, MinimumLength = 1), Printable, Example("0 30 2 * * ?"), Description("The due times: seconds, minutes, hours, day of the month, month, day of the week, perhaps year.")]
    public required string Cron { get; init; }

    [StringLength(64, MinimumLength = 1), Printable, Example("Europe/Berlin"), Description("The zone of the due times, by its name in the tz database; UTC if none is given.")]
    public string? TimeZone { get; init; }

    [StringLength(256, MinimumLength = 1), Printable, Example("SettlementBatch"), Description("The state machine to start: its name or its ARN.")]
    public required string StateMachine { get; init; }

    [Description("The input; in its texts <schedule.dueTime> and other placeholders stand for what differs from firing to firing.")]
    public JsonObject? Input { get; init; }

    [Description("What becomes of due times that were missed; fireOnce if not given.")]
    public MisfirePolicy? Misfire { get; init; }

    [Range(1, ScheduleRules.MaximumLimit), Description("How many missed due times still fire under fireAll; 100 if not given.")]
    public int? MissedLimit { get; init; }

    [Description("What becomes of a firing while the last one's execution still runs; skip if not given.")]
    public OverlapPolicy? Overlap { get; init; }

    [Range(1, ScheduleRules.MaximumLimit), Description("How many firings may wait under queue; 10 if not given.")]
    public int? QueueLimit { get; init; }

    [Description("Whether it is on; it is if this is not given.")]
    public bool? Enabled { get; init; }

    [Description("Nothing is due before this moment.")]
    public DateTimeOffset? Start { get; init; }

    [Description("Nothing is due after this moment.")]
    public DateTimeOffset? End { get; init; }

    [StringLength(500, MinimumLength = 1), Printable, Description("What people should know about it.")]
    public string? Description { get; init; }

    public Schedule Named(string name)
    {
        var bare = new Schedule { Name = name, Cron = Cron, StateMachine = StateMachine };
        return bare with
        {
            TimeZone = TimeZone ?? bare.TimeZone,
            Input = Input ?? bare.Input,
            Misfire = Misfire ?? bare.Misfire,
            MissedLimit = MissedLimit ?? bare.MissedLimit,
            Overlap = Overlap ?? bare.Overlap,
            QueueLimit = QueueLimit ?? bare.QueueLimit,
            IsEnabled = Enabled ?? bare.IsEnabled,
            Start = Start?.ToUniversalTime(),
            End = End?.ToUniversalTime(),
            Description = Description,
        };
    }
}

using TaskOrchestration.Orchestrations.Schedules;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.Schedules;

public class InputTemplateTests
{
    [Fact]
    public void Fills_in_what_differs_from_firing_to_firing_wherever_there_is_text()
    {
        var schedule = new Schedule
        {
            Name = "s",
            Cron = "0 30 0 * * ?",
            TimeZone = "Europe/Berlin",
            StateMachine = "M",
            Input = Json.Parse("""{"<schedule.name>":["<schedule.dueTime>",{"d":"<schedule.previousDate>..<schedule.dueDate>"},1,null,"<schedule.name> <schedule.firingId> <schedule.timeZone> <other>"]}"""),
        };

        Assert.Equal(
            Json.Parse("""{"<schedule.name>":["2026-02-28T23:30:00Z",{"d":"2026-02-28..2026-03-01"},1,null,"s id Europe/Berlin <other>"]}"""),
            InputTemplate.Fill(schedule, "id", new DateTimeOffset(2026, 2, 28, 23, 30, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Finds_placeholders_that_do_not_exist() =>
        Assert.Equal(["<schedule.duetime>", "<schedule.>"], InputTemplate.Unknown(Json.Parse("""["<schedule.duetime>",{"a":"<schedule.> <schedule.name>"}]""")));
}

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>What is wrong with one member of a schedule.</summary>
/// <param name="Member">The member, in camel case.</param>
/// <param name="Message">What was expected and what was found.</param>
public sealed record ScheduleProblem(string Member, string Message);

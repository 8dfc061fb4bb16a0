namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Something an execution has started that has a history of its own.</summary>
/// <param name="Event">The event of the execution's history that tells its ARN first.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="IsMapRun">Whether it is a Map Run; otherwise it is an execution.</param>
public sealed record CourseLink(long Event, string Arn, bool IsMapRun);

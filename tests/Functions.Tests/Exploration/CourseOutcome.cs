namespace TaskOrchestration.Functions.Tests.Exploration;

/// <summary>What the life of a generated machine took.</summary>
/// <param name="Facts">How many facts.</param>
/// <param name="Episodes">How many episodes of its orchestrations.</param>
/// <param name="Generations">How many generations of them.</param>
/// <param name="Children">How many children its Map Runs had.</param>
/// <param name="Redrives">How often it was redriven.</param>
internal sealed record CourseOutcome(int Facts, int Episodes, int Generations, int Redrives, int Children);

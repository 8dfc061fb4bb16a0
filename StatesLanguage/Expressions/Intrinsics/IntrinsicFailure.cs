namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>A call could not be evaluated.</summary>
/// <param name="Error"><c>States.IntrinsicFailure</c>, or <c>States.Runtime</c> where a path in it leads to nothing.</param>
/// <param name="Cause">What went wrong, with the whole call as it was written; where it happened is for the state to add.</param>
public sealed record IntrinsicFailure(string Error, string Cause);

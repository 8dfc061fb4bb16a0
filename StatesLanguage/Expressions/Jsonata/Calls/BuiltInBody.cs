using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>What a function of the library does.</summary>
/// <param name="evaluation">The evaluation under way: calls back functions, builds texts and lists within the limits, knows the scope.</param>
/// <param name="arguments">One for each parameter of the signature, those not given being null (undefined); already checked, and lists made where the signature says so.</param>
/// <returns>The value, null for undefined.</returns>
internal delegate Json? BuiltInBody(Evaluation evaluation, ReadOnlySpan<Json?> arguments);

using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Signatures;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>What a function of the expression's own does.</summary>
/// <param name="Parameters">How many parameters it has. They are in the first slots of its frame.</param>
/// <param name="Slots">How many slots its frame has.</param>
/// <param name="Signature">Its signature, if it has one.</param>
/// <param name="Body">What it does; a <see cref="TailCall"/> is still to be carried out.</param>
internal sealed record LambdaCode(int Parameters, int Slots, Signature? Signature, Operation Body);

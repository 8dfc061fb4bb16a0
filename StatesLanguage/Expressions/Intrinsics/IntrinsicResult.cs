using System.Diagnostics.CodeAnalysis;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Intrinsics;

/// <summary>What a call gave: a value or a failure.</summary>
public readonly record struct IntrinsicResult
{
    private readonly Json? value;

    internal IntrinsicResult(Json value) => this.value = value;

    internal IntrinsicResult(IntrinsicFailure failure) => Failure = failure;

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;

    /// <summary>The value, if the call succeeded.</summary>
    public Json Value => value ?? throw new InvalidOperationException($"expected a call that succeeded, found the failure {Failure}");

    /// <summary>Why there is no value.</summary>
    public IntrinsicFailure? Failure { get; }
}

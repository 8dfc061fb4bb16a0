using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>Room for the arguments of most calls, without an allocation.</summary>
[System.Runtime.CompilerServices.InlineArray(Length)]
internal struct ArgumentBuffer
{
    /// <summary>How many arguments there is room for.</summary>
    public const int Length = 4;

    private Json? first;
}

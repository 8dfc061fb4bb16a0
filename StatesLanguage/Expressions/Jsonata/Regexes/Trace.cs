using System.Runtime.InteropServices;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>Something to go back to: a place to try another way from, or a register to set as it was.</summary>
/// <param name="At">The instruction to go on with; below nought for a register.</param>
/// <param name="Place">The place in the text, or what the register held.</param>
/// <param name="More">How many other ends a run of characters may still have; below nought for what is not the end of a run.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Trace(int At, int Place, int More = -1)
{
    public bool IsRegister => At < 0;

    public bool IsRun => More >= 0;

    public int Register => ~At;

    public static Trace OfRegister(int register, int value) => new(~register, value);
}

using System.Runtime.InteropServices;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>The groups inside a part of a regular expression: those from <paramref name="First"/> on, below <paramref name="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct GroupSpan(int First, int End)
{
    public bool IsEmpty => First >= End;
}

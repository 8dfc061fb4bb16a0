using System.Runtime.InteropServices;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Regexes;

/// <summary>How often a repeated part comes, and whether fewer times are tried first.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RepeatBounds(int Min, int Max, bool Lazy);

using System.Runtime.InteropServices;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>A place in a text. Lines and columns count from 1, columns in UTF-16 units as editors do.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SourcePosition(int Line, int Column);

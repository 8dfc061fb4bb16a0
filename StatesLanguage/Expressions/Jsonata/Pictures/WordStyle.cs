namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Pictures;

/// <summary>How names and number words are written.</summary>
internal enum WordStyle
{
    /// <summary><c>march</c>.</summary>
    Lower,

    /// <summary><c>MARCH</c>.</summary>
    Upper,

    /// <summary><c>March</c>.</summary>
    Title,
}

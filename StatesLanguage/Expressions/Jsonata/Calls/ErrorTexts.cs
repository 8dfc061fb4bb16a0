namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

/// <summary>The wording of each error code.</summary>
internal static class ErrorTexts
{
}

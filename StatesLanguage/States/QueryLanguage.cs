namespace TaskOrchestration.StatesLanguage.States;

/// <summary>The language in which a state writes its expressions.</summary>
public enum QueryLanguage
{
    /// <summary>Paths, payload templates and intrinsic functions.</summary>
    JsonPath,

    /// <summary>Texts of the form <c>{% … %}</c>.</summary>
    Jsonata,
}

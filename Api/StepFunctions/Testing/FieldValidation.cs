namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>How closely a mocked result is held against what the service answers.</summary>
internal enum FieldValidation
{
    /// <summary>What must be there is there, and what is there is right.</summary>
    Strict,

    /// <summary>What is there is right.</summary>
    Present,

    /// <summary>It is taken as it is.</summary>
    None,
}

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>What a transformation does.</summary>
/// <param name="Cloner">What comes to the function that copies the argument, which the expression may have bound itself.</param>
/// <param name="Pattern">Which objects are changed.</param>
/// <param name="Update">What is set in each.</param>
/// <param name="UpdatePosition">Where, for errors.</param>
/// <param name="Delete">What is taken out of each, if anything.</param>
/// <param name="DeletePosition">Where, for errors.</param>
/// <param name="Position">Where the whole is, for errors.</param>
internal sealed record TransformationCode(
    Operation Cloner,
    Operation Pattern,
    Operation Update,
    int UpdatePosition,
    Operation? Delete,
    int DeletePosition,
    int Position);

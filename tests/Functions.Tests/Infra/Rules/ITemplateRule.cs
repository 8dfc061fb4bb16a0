namespace TaskOrchestration.Functions.Tests.Infra.Rules;

/// <summary>Something that holds for the templates.</summary>
internal interface ITemplateRule
{
    /// <summary>Where it does not hold.</summary>
    IEnumerable<Finding> Check(Templates templates);
}

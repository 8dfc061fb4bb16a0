using System.Collections.Frozen;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>Which services wait for a callback and which for the end of a job, of those that have an integration of their own. Of others nothing is known.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Integrating optimized services</seealso>
internal static class IntegrationPatterns
{
    /// <summary>Services whose integrations hand on no task token.</summary>
    private static readonly FrozenSet<string> WithoutCallback = FrozenSet.Create(
        "athena", "batch", "bedrock", "codebuild", "databrew", "dynamodb", "elasticmapreduce", "emr-containers", "emr-serverless", "glue", "http", "mediaconvert", "sagemaker");

    /// <summary>Services whose integrations start no job.</summary>
    private static readonly FrozenSet<string> WithoutJob = FrozenSet.Create("apigateway", "dynamodb", "events", "http", "lambda", "sns", "sqs");

    public static void Check(PlacedGraph placed, ProblemList problems)
    {
        foreach (var task in placed.Graph.States.OfType<TaskState>())
        {
            if (TaskResource.Parse(task.Resource) is TaskResource.Integration integration && !Has(integration))
            {
                problems.Add(
                    ProblemCode.Schema,
                    $"The resource provided {task.Resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.",
                    placed.PlaceOf(task).Member("Resource"));
            }
        }
    }

    private static bool Has(TaskResource.Integration integration) => integration.Pattern switch
    {
        IntegrationPattern.RequestResponse => true,
        IntegrationPattern.WaitForTaskToken => !WithoutCallback.Contains(integration.Service),
        _ => !WithoutJob.Contains(integration.Service) && !integration.Service.StartsWith("aws-sdk:", StringComparison.Ordinal),
    };
}

using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Testing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>Which states can be tested with a mock, which cannot without, and what a mock may hold.</summary>
internal static class MockRules
{
    /// <summary>Refuses the request if the state cannot be tested like that.</summary>
    /// <exception cref="AwsException">The state cannot be tested like that.</exception>
    public static void Check(TestRequest request, State state)
    {
        if (request.Mock is not { } mock)
        {
            CheckWithout(request, state);
            return;
        }

        if (state is not WorkState)
        {
            throw AwsErrors.Validation($"State type '{state.Type}' is not supported when a mock is specified");
        }

        if (mock.Mock is StateMock.Returns(var result))
        {
            CheckResult(request, state, result, mock.Validation);
        }
    }

    private static void CheckWithout(TestRequest request, State state)
    {
        if (request.Configuration.MapIterationFailureCount is not null)
        {
            throw AwsErrors.Validation("TestState does not support MapIterationFailureCount when a mock is not specified.");
        }

        if (state is MapState or ParallelState)
        {
            throw AwsErrors.UntestableState(
                "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
        }

        if (state is not TaskState task)
        {
            return;
        }

        if (TaskResource.Parse(task.Resource) is TaskResource.Activity or TaskResource.Integration { Pattern: not IntegrationPattern.RequestResponse })
        {
            throw AwsErrors.UntestableState(
                "TestState API does not support Activity tasks, .sync or .waitForTaskToken service integration patterns when a mock is not specified.");
        }

        if (request.RoleArn is null)
        {
            throw AwsErrors.Validation("RoleArn must be specified when testing a Task state");
        }
    }

    private static void CheckResult(TestRequest request, State state, Json result, FieldValidation validation)
    {
        switch (state)
        {
            case ParallelState parallel:
                CheckBranches(result, parallel.Branches.Count);
                break;
            case MapState { Distribution.ResultWriter.Resource: not null }:
                if (result is not JsonObject)
                {
                    throw AwsErrors.Validation("Mocked result must be a JSON object.");
                }

                break;
            case MapState:
                CheckIterations(result, request.Configuration.MapIterationFailureCount ?? 0);
                break;
            case TaskState task when validation != FieldValidation.None:
                ServiceAnswers.Check(TaskResource.Parse(task.Resource), result, isStrict: validation == FieldValidation.Strict);
                break;
        }
    }

    private static void CheckBranches(Json result, int branches)
    {
        if (Items(result).Count != branches)
        {
            throw AwsErrors.Validation("Mocked result must contain the same number of items as number of Parallel branches.");
        }
    }

    private static void CheckIterations(Json result, int failed)
    {
        if (failed > Items(result).Count)
        {
            throw AwsErrors.Validation("Map iteration failure count must be less than or equal to the number of Map iterations");
        }
    }

    private static JsonArray Items(Json result) => result as JsonArray ?? throw AwsErrors.Validation("Mocked result must be an array.");
}

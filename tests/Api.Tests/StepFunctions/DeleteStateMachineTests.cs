using TaskOrchestration.Api.Tests.Serving;
using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Api.Tests.StepFunctions;

public class DeleteStateMachineTests : ApiTest
{
    private const string Request = "{'stateMachineArn':'" + Samples.MachineArn + "'}";

    [Fact]
    public async Task Deletes_a_machine()
    {
        await Catalog.CreateAsync(new StateMachineDraft { Name = "Greeter", Definition = Samples.Definition, RoleArn = Samples.Role });

        Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("DeleteStateMachine", Request));
        await RefusesAsync("DescribeStateMachine", Request, "StateMachineDoesNotExist", $"State Machine Does Not Exist: '{Samples.MachineArn}'");
    }

    [Fact]
    public async Task Takes_one_that_is_not_there_for_deleted() => Assert.Equal(ApiAnswer.Ok("{}"), await CallAsync("DeleteStateMachine", Request));

    [Theory]
    [InlineData("{}", "ValidationException", "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("{'stateMachineArn':0}", "SerializationException", "NUMBER_VALUE can not be converted to a String")]
    [InlineData("{'stateMachineArn':'arn:aws:iam::1:role/r'}", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: arn:aws:iam::1:role/r'")]
    public Task Refuses_bad_requests(string request, string code, string message) => RefusesAsync("DeleteStateMachine", request, code, message);
}

using System.Reflection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.EndToEnd.Tests.Clients.Calling;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

public class CoverageTests
{
    [Fact]
    public void Every_action_is_tested_through_every_client()
    {
        string[] clients = [ClientNames.Boto3, ClientNames.JavaScript, ClientNames.AwsCli];
        var tested =
            from type in typeof(ActionTests).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(ActionTests))
            from test in type.GetMethods()
            from through in test.GetCustomAttributes<ThroughAttribute>()
            select (Action: test.Name.Split('_')[0], through.Client);
        var wanted = from action in WireActions.All.Keys from client in clients select (Action: action, Client: client);
        Assert.Equal(wanted.Order(), tested.Order());
        Assert.Equal(37, WireActions.All.Count);
    }
}

namespace TaskOrchestration.Functions.Tests.Infra;

/// <summary>What the templates are held against is what is known of Azure.</summary>
public class InfraSheetTests
{
    [InfraSheetFact]
    public void The_known_types_and_versions_are_those_of_the_sheet()
    {
        var ours = Known.ResourceTypes.Select(type => (Name: Short(type.Key), Version: type.Value)).ToHashSet();
        var sheet = InfraSheet.Versions().Select(type => (Name: type.Key, Version: type.Value)).ToHashSet();

        Assert.Equal(sheet.Order(), ours.Order());
    }

    [InfraSheetFact]
    public void The_known_roles_are_those_of_the_sheet()
    {
        var sheet = InfraSheet.Roles();

        Assert.Equal(sheet.Keys.Order(), Known.Roles.Keys.Order());
        Assert.All(sheet, role => Assert.EndsWith(role.Value, Known.Roles[role.Key], StringComparison.Ordinal));
    }

    private static string Short(string type) => $"{type.Split('/')[0].Replace("Microsoft.", "", StringComparison.Ordinal)}/{type.Split('/')[^1]}";
}

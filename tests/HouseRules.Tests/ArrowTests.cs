using System.Xml.Linq;
using TaskOrchestration.Support;

namespace TaskOrchestration.HouseRules.Tests;

public class ArrowTests
{
    private const string StandIns = "eng/offline/";

    public static TheoryData<string> Rooms => [.. Room.All.Select(room => room.Name)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_refers_only_to_the_rooms_further_in(string name)
    {
        var room = RoomNamed(name);
        var others = room.References.Where(reference => Room.All.Any(other => other.Assembly.GetName().Name == reference));
        var allowed = room.MayUse.Select(other => RoomNamed(other).Assembly.GetName().Name!);
        Assert.Empty(others.Except(allowed));
    }

    [Theory]
    [InlineData("StatesLanguage")]
    [InlineData("Domain")]
    public void A_pure_room_refers_only_to_the_base_library(string name)
    {
        var room = RoomNamed(name);
        Assert.DoesNotContain(room.References, reference => !reference.StartsWith("System.", StringComparison.Ordinal));
        Assert.Empty(room.Packages);
    }

    [Fact]
    public void Only_Functions_asks_for_Azure_packages()
    {
        var projects = Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !file.StartsWith("Functions/", StringComparison.Ordinal) && !file.StartsWith(StandIns, StringComparison.Ordinal));
        var packages = projects.SelectMany(file => XDocument.Load(Repository.PathOf(file)).Descendants("PackageReference").Select(reference => (file, package: reference.Attribute("Include")!.Value)));
        Assert.DoesNotContain(packages, asked => IsAzure(asked.package));
        Assert.DoesNotContain(Room.All.SelectMany(room => room.References), IsAzure);
    }

    [Fact]
    public void Only_Functions_refers_to_what_stands_in_for_Azure_packages()
    {
        var projects = Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !file.StartsWith("Functions/", StringComparison.Ordinal) && !file.StartsWith(StandIns, StringComparison.Ordinal));
        Assert.DoesNotContain(projects, file => XDocument.Load(Repository.PathOf(file)).Descendants("ProjectReference").Any(reference => reference.Attribute("Include")!.Value.Contains(StandIns, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("TaskOrchestration.sln"));
        var projects = Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));
        Assert.DoesNotContain(projects, project => !solution.Contains(project.Replace('/', '\\'), StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_states_no_package_version_of_its_own()
    {
        var references = Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Load(Repository.PathOf(file)).Descendants("PackageReference"));
        Assert.DoesNotContain(references, reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null);
    }

    private static Room RoomNamed(string name) => Room.All.Single(room => room.Name == name);

    private static bool IsAzure(string name) =>
        name.StartsWith("Azure.", StringComparison.Ordinal) ||
        name.StartsWith("Microsoft.Azure.", StringComparison.Ordinal) ||
        name.StartsWith("Microsoft.DurableTask", StringComparison.Ordinal);
}

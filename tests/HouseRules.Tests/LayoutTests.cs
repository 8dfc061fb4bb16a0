namespace TaskOrchestration.HouseRules.Tests;

public class LayoutTests
{
    [Fact]
    public void Every_room_has_sources_that_these_rules_see() =>
        Assert.DoesNotContain(Room.All, room => !SourceFile.All.Any(file => file.Path.StartsWith($"{room.Name}/", StringComparison.Ordinal) && file.TopLevelTypes.Count == 1));

    [Fact]
    public void A_file_holds_at_most_one_top_level_type() =>
        Assert.DoesNotContain(SourceFile.All, file => file.TopLevelTypes.Count > 1);

    [Fact]
    public void A_file_bears_the_name_of_its_type() =>
        Assert.DoesNotContain(SourceFile.All, file => file.TopLevelTypes is [var type] && Path.GetFileName(file.Path).Split('.', '{')[0] != type);

    [Fact]
    public void A_namespace_is_that_of_the_folder() =>
        Assert.DoesNotContain(SourceFile.All, file => file.Namespace is { } name && name != file.NamespaceOfFolder && !file.HasForeignNames);

    [Fact]
    public void Types_live_in_a_namespace() =>
        Assert.DoesNotContain(SourceFile.All, file => file.TopLevelTypes.Count > 0 && file.Namespace is null);

    [Fact]
    public void No_folder_bears_the_name_of_a_type_in_it() =>
        Assert.DoesNotContain(SourceFile.All, file => file.TopLevelTypes.Any(type => file.Path.Split('/').SkipLast(1).Contains(type)));
}

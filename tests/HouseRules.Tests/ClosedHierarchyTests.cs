using System.Reflection;

namespace TaskOrchestration.HouseRules.Tests;

public class ClosedHierarchyTests
{
    private static readonly IReadOnlyList<Type> Types = [.. Room.All.SelectMany(room => room.Types)];

    public static TheoryData<Type> Hierarchies => [.. Types.Where(type => type.IsAbstract && IsRecord(type) && Cases(type).Any(@case => @case.DeclaringType == type))];

    [Theory]
    [MemberData(nameof(Hierarchies))]
    public void A_hierarchy_with_nested_cases_has_all_its_cases_nested(Type hierarchy) =>
        Assert.DoesNotContain(Cases(hierarchy), @case => @case.DeclaringType != hierarchy);

    [Theory]
    [MemberData(nameof(Hierarchies))]
    public void A_case_is_a_sealed_record(Type hierarchy) =>
        Assert.DoesNotContain(Cases(hierarchy), @case => !@case.IsSealed || !IsRecord(@case));

    [Fact]
    public void A_record_is_abstract_or_sealed() =>
        Assert.DoesNotContain(Types, type => IsRecord(type) && !type.IsAbstract && !type.IsSealed);

    private static IEnumerable<Type> Cases(Type hierarchy) => Types.Where(type => type.BaseType == hierarchy);

    private static bool IsRecord(Type type) => type.IsClass && type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;
}

using FsCheck;
using FsCheck.Fluent;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.JsonPaths;

public class JsonPathLaws
{
    private static readonly Gen<string> Name = Gen.Elements("a", "b", "c", "long name", "0");

    private static readonly Gen<string> ReferencePath = Gen
        .OneOf(Name.Select(n => $"['{n}']"), Gen.Choose(0, 2).Select(i => $"[{i}]"))
        .ListOf()
        .Select(steps => "$" + string.Concat(steps));

    /// <summary>Texts made of the pieces paths are made of, in any order.</summary>
    private static readonly Gen<string> Confusion = Gen
        .Elements(
            "$", "@", ".", "..", "*", "[", "]", "[*]", "[?(", ")]", "(", ")", "'", "\"", "a", "['a']", "[0]", "[-1]", "[1:2]", "[:", ",", " ", "==", "<",
            "=~", "/a/", "&&", "||", "!", "1", "-", "\\", "\ud800", "@.a == 1", "States.Array(", "{}", "null")
        .ListOf()
        .Select(string.Concat);

    private static readonly Gen<Json> Value = Gen.Sized(ValueOf);

    [Fact]
    public void What_is_put_at_a_path_is_found_there() =>
        Prop.ForAll(
            ReferencePath.ToArbitrary(),
            Value.ToArbitrary(),
            (text, root) =>
            {
                var path = JsonPath.Parse(text);
                var mark = Json.Of("here");
                return !path.TrySet(root, mark, out var changed, out _) || (path.TryEvaluate(changed, out var found) && found.Equals(mark));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_found_can_be_put_back_and_changes_nothing() =>
        Prop.ForAll(
            ReferencePath.ToArbitrary(),
            Value.ToArbitrary(),
            (text, root) =>
            {
                var path = JsonPath.Parse(text);
                return !path.TryEvaluate(root, out var found) || (path.TrySet(root, found, out var same, out _) && same.Equals(root));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_a_path_or_a_syntax_error_and_any_path_gives_a_value_or_a_miss() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(
                Confusion.ToArbitrary(),
                Value.ToArbitrary(),
                (text, root) => !JsonPath.TryParse(text, out var path, out var error)
                    ? error.Contains("expected", StringComparison.Ordinal)
                    : path.TryEvaluate(root, out var value, out var miss)
                        ? path.IsDefinite || value is JsonArray
                        : miss.Message.Length > 0));

    [Fact]
    public void Any_text_is_a_call_or_a_syntax_error() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(
                Confusion.ToArbitrary(),
                text => IntrinsicCall.TryParse($"States.Array({text})", out _, out var error) || error.Contains("expected", StringComparison.Ordinal)));

    private static Gen<Json> ValueOf(int size)
    {
        var leaf = Gen.Elements<Json>(Json.Null, Json.True, Json.Of(0), Json.Of(1.5), Json.Of("a"), Json.Of(""));
        if (size < 2)
        {
            return leaf;
        }

        var part = ValueOf(size / 4);
        return Gen.OneOf(
            leaf,
            part.ListOf(3).Select(items => (Json)JsonArray.Of(items)),
            Gen.Zip(Name, part).ListOf(3).Select(members => (Json)JsonObject.Of(members.Select(m => KeyValuePair.Create(m.Item1, m.Item2)))));
    }
}

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata;

public class OperatorTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 % 4 - 10 / 4", "0.5")]
    [InlineData("-7 % 4", "-3")]
    [InlineData("- - 3", "3")]
    [InlineData("1 + missing", "undefined")]
    [InlineData("1 + \"2\"", "T2002")]
    [InlineData("true + 2", "T2001")]
    [InlineData("-\"2\"", "D1002")]
    [InlineData("1/0 + 1", "D1001")]
    public void Arithmetic_wants_numbers_and_leaves_undefined_undefined(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("1 = 1.0", "true")]
    [InlineData("1 = '1'", "false")]
    [InlineData("[1,{'a':2}] = [1,{'a':2}]", "true")]
    [InlineData("missing = missing", "false")]
    [InlineData("missing != missing", "false")]
    [InlineData("missing != 1", "false")]
    [InlineData("null = null", "true")]
    public void Equality_compares_by_content_and_never_holds_of_undefined(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("1 < 2", "true")]
    [InlineData("'a' >= 'b'", "false")]
    [InlineData("'Z' < 'a'", "true")]
    [InlineData("missing < 2", "undefined")]
    [InlineData("1 < 'a'", "T2009")]
    [InlineData("null < 1", "T2010")]
    [InlineData("missing < true", "T2010")]
    public void Comparison_wants_two_numbers_or_two_texts(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("true and missing", "false")]
    [InlineData("0 or [0,1]", "true")]
    [InlineData("false and (1 + 'a')", "false")]
    [InlineData("true or (1 + 'a')", "true")]
    [InlineData("{} or []", "false")]
    public void Logic_goes_by_truth_and_stops_when_it_knows(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("1 & 'a' & missing & true", "\"1atrue\"")]
    [InlineData("[1,{'a':null}] & ''", "\"[1,{\\\"a\\\":null}]\"")]
    [InlineData("0.1 + 0.2 & ''", "\"0.3\"")]
    public void Concatenation_writes_values_as_text(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("[1..3, 7]", "[1,2,3,7]")]
    [InlineData("[3..1]", "[]")]
    [InlineData("[1..missing]", "[]")]
    [InlineData("[1.5..2]", "T2003")]
    [InlineData("[1..'a']", "T2004")]
    [InlineData("[1..100000000]", "D2014")]
    public void A_range_counts_up_from_one_whole_number_to_another(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("'a' in ['a','b']", "true")]
    [InlineData("'a' in 'a'", "true")]
    [InlineData("[1] in [[1]]", "false")]
    [InlineData("missing in [1]", "false")]
    public void In_looks_among_the_items_for_the_value_itself(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("1 > 2 ? 'a' : 'b'", "\"b\"")]
    [InlineData("false ? 'a'", "undefined")]
    [InlineData("[0] ? 1 : 2", "2")]
    [InlineData("[0,1] ? 1 : 2", "1")]
    public void A_condition_chooses_by_truth(string expression, string expected) => Assert.Equal(expected, Answer.To(expression));

    [Theory]
    [InlineData("and.or", "1")]
    [InlineData("/* a */ and /* b */ . or", "1")]
    [InlineData("or or in", "true")]
    public void The_words_of_the_language_are_names_where_an_operand_stands(string expression, string expected) =>
        Assert.Equal(expected, Answer.To(expression, """{"and":{"or":1},"in":2}"""));
}

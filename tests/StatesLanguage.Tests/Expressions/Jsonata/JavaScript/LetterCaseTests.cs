using TaskOrchestration.StatesLanguage.Expressions.Jsonata.JavaScript;

namespace TaskOrchestration.StatesLanguage.Tests.Expressions.Jsonata.JavaScript;

public class LetterCaseTests
{
    [Theory]
    [InlineData("straße", "STRASSE")]
    [InlineData("ﬁn", "FIN")]
    [InlineData("ᾳ", "ΑΙ")]
    [InlineData("ŉ", "ʼN")]
    [InlineData("é", "É")]
    [InlineData("𐐨", "𐐀")]
    public void A_letter_may_have_a_capital_of_several(string text, string expected) => Assert.Equal(expected, LetterCase.Upper(text));

    [Theory]
    [InlineData("ÀÉ", "àé")]
    [InlineData("İ", "i\u0307")]
    [InlineData("ΑΣ", "ας")]
    [InlineData("ΑΣΑ", "ασα")]
    [InlineData("Σ", "σ")]
    [InlineData("ΑΣ.Α", "ασ.α")]
    [InlineData("Α.Σ", "α.ς")]
    public void A_sigma_that_ends_a_word_has_a_form_of_its_own(string text, string expected) => Assert.Equal(expected, LetterCase.Lower(text));
}

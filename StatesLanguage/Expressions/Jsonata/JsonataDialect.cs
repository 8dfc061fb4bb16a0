namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata;

/// <summary>Which edition of the language an expression is read in.</summary>
public enum JsonataDialect
{
    /// <summary>JSONata 2.0.6, the edition that AWS documents.</summary>
    Jsonata206,

    /// <summary>JSONata 2.2: adds <c>??</c>, <c>?:</c> and corrections to some functions.</summary>
    Jsonata22,
}

using TaskOrchestration.StatesLanguage.Expressions.Jsonata.Calls;

namespace TaskOrchestration.StatesLanguage.Expressions.Jsonata.Operations;

/// <summary>What leads from the results of one step of a path to those of the next.</summary>
internal abstract class PathStage
{
    /// <summary>The results of the step.</summary>
    /// <param name="contexts">The results of the step before; not empty.</param>
    /// <param name="isLast">Whether no step follows: then a lone list is the result itself.</param>
    /// <param name="frame">The variables in scope.</param>
    /// <param name="evaluation">The evaluation under way.</param>
    public abstract Results Of(Results contexts, bool isLast, Frame? frame, Evaluation evaluation);
}

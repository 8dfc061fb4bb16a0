using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Facts;

/// <summary>Whatever definition of the corpora is accepted reads back as the same machine when it is written, and is written the same again.</summary>
public sealed class DefinitionRoundTripTests
{
    [Fact]
    public void What_is_written_of_a_machine_reads_back_as_the_same()
    {
        var folder = CorpusFolder.Shared ?? CorpusFolder.Own;
        var accepted = CorpusFolder.Names.SelectMany(folder.Read)
            .Select(@case => (@case, Machine: @case.Body.Object("definition") is { } definition ? DefinitionParser.Parse(definition.ToString()).Machine : null))
            .Where(pair => pair.Machine is not null)
            .ToArray();

        Assert.NotEmpty(accepted);
        Assert.Empty(accepted.Where(pair => !ReadsBack(pair.Machine!)).Select(pair => $"{pair.@case.Corpus} {pair.@case.Id}"));
    }

    private static bool ReadsBack(StatesLanguage.States.StateMachine machine)
    {
        Json written = DefinitionWriter.Write(machine);
        return DefinitionParser.Parse(written.ToString()).Machine is { } again && again.Equals(machine) && DefinitionWriter.Write(again).ToString() == written.ToString();
    }
}

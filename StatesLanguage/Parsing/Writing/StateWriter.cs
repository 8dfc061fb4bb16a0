using System.Diagnostics;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>Writes a state of any type.</summary>
internal static class StateWriter
{
    public static JsonObject Write(State state, QueryLanguage machineLanguage)
    {
        var fields = new JsonObjectBuilder(8)
            .Set("Type", Json.Of(state.Type))
            .SetIfPresent("Comment", state.Comment);
        if (state.QueryLanguage != machineLanguage)
        {
            fields.Set("QueryLanguage", Words.Of(state.QueryLanguage));
        }

        PathWriter.Write(state.InputPath, "InputPath", fields);
        WriteOwn(state, machineLanguage, fields);
        TemplateWriter.Write(state.Output, "Output", fields);
        PathWriter.Write(state.OutputPath, "OutputPath", fields);
        TemplateWriter.Write(state.Assign, fields);
        return fields.Build();
    }

    private static void WriteOwn(State state, QueryLanguage machineLanguage, JsonObjectBuilder fields)
    {
        switch (state)
        {
            case PassState pass:
                fields.SetIfPresent("Result", pass.Result);
                TemplateWriter.Write(pass.Parameters, "Parameters", fields);
                PathWriter.Write(pass.ResultPath, fields);
                WriteTransition(pass.Transition, fields);
                break;
            case WaitState wait:
                WriteDelay(wait.Delay, fields);
                WriteTransition(wait.Transition, fields);
                break;
            case ChoiceState choice:
                ChoiceWriter.Write(choice, fields);
                break;
            case SucceedState:
                break;
            case FailState fail:
                TemplateWriter.WriteEither(fail.Error, "Error", fields);
                TemplateWriter.WriteEither(fail.Cause, "Cause", fields);
                break;
            case WorkState work:
                WorkWriter.Write(work, machineLanguage, fields);
                WriteTransition(work.Transition, fields);
                break;
            default:
                throw new UnreachableException($"expected one of the eight state types, found {state.GetType()}");
        }
    }

    private static void WriteDelay(Delay delay, JsonObjectBuilder fields)
    {
        switch (delay)
        {
            case Delay.For pause:
                TemplateWriter.WriteEither(pause.Seconds, "Seconds", fields);
                break;
            case Delay.Until pause:
                TemplateWriter.WriteEither(pause.Timestamp, "Timestamp", fields);
                break;
            default:
                throw new UnreachableException($"expected one of the two delays, found {delay.GetType()}");
        }
    }

    private static void WriteTransition(Transition transition, JsonObjectBuilder fields)
    {
        if (transition is Transition.Next next)
        {
            fields.Set("Next", Json.Of(next.State));
        }
        else
        {
            fields.Set("End", Json.True);
        }
    }
}

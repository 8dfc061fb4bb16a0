using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Reads an <c>Assign</c> field.</summary>
internal static class Assignments
{
    private const string Name = "Assign";
    private const int LongestName = 80;

    public static ValueList<Assignment> Read(FieldReader reader)
    {
        if (reader.Object(Name) is not { } assign)
        {
            return [];
        }

        var assignments = new List<Assignment>();
        foreach (var (name, value) in assign.Fields)
        {
            var field = reader.IsJsonata
                ? new ObjectField(name, Template.ReadQueries(value, assign.At(name), reader.Scope.Problems))
                : Template.ReadField(name, value, assign.Place, reader.Scope.Problems);
            CheckName(assign, field.Name);
            if (field.Name != name && assign.Has(field.Name))
            {
                assign.Report($"Expected only one of the fields [{field.Name}, {name}], found both");
            }

            assignments.Add(new Assignment(field.Name, field.Value));
        }

        return [.. assignments];
    }

    private static void CheckName(FieldReader assign, string name)
    {
        if (name == "states")
        {
            assign.Report("Expected a variable name other than 'states', which is reserved");
        }
        else if (!VariableName.IsOne(name) || name.EnumerateRunes().Count() > LongestName)
        {
            assign.Report($"Expected a variable name of 1 to {LongestName} letters, digits and underscores that does not begin with a digit, found '{name}'");
        }
    }
}

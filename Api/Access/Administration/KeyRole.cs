using System.ComponentModel;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Administration;

/// <summary>One of <see cref="Roles"/>, as the REST API names it.</summary>
[Description("What the holder of a key may do.")]
internal enum KeyRole
{
    /// <summary>Read.</summary>
    Viewer = Roles.Viewer,

    /// <summary>Start, stop, redrive, approve, see and change everybody's tasks.</summary>
    Operator = Roles.Operator,

    /// <summary>Bring the results of tasks.</summary>
    Worker = Roles.Worker,

    /// <summary>Change definitions and schedules.</summary>
    Author = Roles.Author,

    /// <summary>Everything.</summary>
    Admin = Roles.Admin,
}

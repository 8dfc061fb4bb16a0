using TaskOrchestration.Functions.Storage.Executions;
using TaskOrchestration.Functions.Tests.Executions;
using TaskOrchestration.Orchestrations.Tests.Courses;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

public sealed class DurableCourseOnTablesTests() : CourseContract(new DurableExecutionHost(time => new TableExecutionRecords(EmulatedTables.Create(), time)));

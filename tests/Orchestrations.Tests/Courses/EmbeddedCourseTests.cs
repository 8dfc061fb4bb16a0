using TaskOrchestration.Orchestrations.Tests.Engine;

namespace TaskOrchestration.Orchestrations.Tests.Courses;

public sealed class EmbeddedCourseTests() : CourseContract(new EmbeddedExecutionHost());

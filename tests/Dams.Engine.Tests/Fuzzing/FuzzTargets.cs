using System.Collections.Generic;
using System.Linq;
using Dams.Tests.Fuzzing.Targets;

namespace Dams.Tests.Fuzzing;

/// <summary>All that is fuzzed, by name.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
        [new DicomTarget(), new CommandsTarget(), new XmlTarget(), new PatientListTarget(), new WorkbookTarget(), new RecipeTarget(), new SubjectMapTarget(), new KeyTarget()];

    public static IFuzzTarget Find(string name) => All.Single(target => target.Name == name);
}

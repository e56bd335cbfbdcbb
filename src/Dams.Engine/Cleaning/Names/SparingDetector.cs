using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>Finds what another detector of unknown names and places finds, but nothing within the name of a thing.</summary>
internal sealed class SparingDetector(IDetector detector) : IDetector
{
    public IEnumerable<Finding> Find(TokenizedText text) => detector.Find(text).Where(finding => !text.Things.Hold(finding));
}

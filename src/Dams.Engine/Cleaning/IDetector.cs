using System.Collections.Generic;

namespace Dams.Cleaning;

/// <summary>Finds one kind of identifying parts in texts.</summary>
internal interface IDetector
{
    /// <summary>The parts that identify, in any order.</summary>
    IEnumerable<Finding> Find(TokenizedText text);
}

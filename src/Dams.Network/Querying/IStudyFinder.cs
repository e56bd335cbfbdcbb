using System;
using System.Collections.Generic;

namespace Dams.Network.Querying;

/// <summary>Asks an archive for studies.</summary>
internal interface IStudyFinder : IDisposable
{
    /// <summary>The studies that match.</summary>
    /// <exception cref="DamsException">The archive cannot be asked, or does not answer the query.</exception>
    IReadOnlyList<DicomStudy> Find(StudyQuery query);
}

using System.Collections.Generic;
using Dams.PatientLists;

namespace Dams;

/// <summary>A row of a patient list as it was read.</summary>
public sealed record PatientListRow
{
    internal PatientListRow(int number) => Number = number;

    /// <summary>Which row of the list it is.</summary>
    public int Number { get; }

    /// <summary>The full paths of the patient's folders and files.</summary>
    public IReadOnlyList<string> Folders { get; internal init; } = [];

    /// <summary>What cannot be read in it; null where all can.</summary>
    public DamsException? Problem { get; internal init; }

    internal ListID? Subject { get; init; }

    internal ListID? MRN { get; init; }

    /// <summary>The SeriesInstanceUID of the series that it means; null where it means all in its folders.</summary>
    internal string? Series { get; init; }

    internal string? PatientName { get; init; }

    /// <summary>As YYYYMMDD.</summary>
    internal string? BirthDate { get; init; }

    /// <summary>Its number: nothing that leads to the patient.</summary>
    public override string ToString() => $"Row {Number}";
}

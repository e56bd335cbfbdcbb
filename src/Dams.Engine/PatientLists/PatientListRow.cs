using System.Collections.Generic;
using Dams.PatientLists;

namespace Dams;

/// <summary>A row of a patient list as it was read.</summary>
public sealed record PatientListRow
{
    internal PatientListRow(int number) => Number = number;

    /// <summary>Which row of the list it is; of folders that stand for rows, which of them.</summary>
    public int Number { get; }

    /// <summary>Whether it is a folder that was given instead of a row.</summary>
    public bool IsFolder { get; internal init; }

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

    internal RowLabel Label => new(Number, IsFolder);

    /// <summary>The same with the new values that the user gives beside it.</summary>
    internal PatientListRow With(GivenIdentity given) => this with
    {
        Subject = given.SubjectID is { } subject ? new ListID(subject, IsNumber: false) : Subject,
        PatientName = given.PatientName ?? PatientName,
        BirthDate = given.PatientBirthDate ?? BirthDate,
    };

    /// <summary>Its number: nothing that leads to the patient.</summary>
    public override string ToString() => $"{Label}";
}

using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that puts files through a profile, gives their patients new identities, and takes rows of patient lists.</summary>
public abstract class ProfileCommand : OutputCommand
{
    // The first row of a sheet has the titles.
    private const int FirstRow = 2;

    private PatientListReader? _rows;
    private int _rowNumber = FirstRow;
    private GivenIdentity? _given;

    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string Profile { get; set; } = ProfileBuilder.Basic;

    [Parameter]
    public ProfileOption[] Option { get; set; } = [];

    [Parameter]
    [ValidateNotNull]
    public object? SubjectMap { get; set; }

    [Parameter]
    public string SubjectPrefix { get; set; } = IdentityOptions.DefaultSubjectPrefix;

    [Parameter]
    public SwitchParameter IgnoreIssuer { get; set; }

    [Parameter]
    public SwitchParameter KeepStructure { get; set; }

    [Parameter]
    [Alias("Patient_ID", "subj")]
    public string? SubjectID { get; set; }

    [Parameter]
    [Alias("Patient_Name", "Patient Name")]
    public string? PatientName { get; set; }

    [Parameter]
    [Alias("Date_of_Birth")]
    [DicomDateTransformation]
    public string? PatientBirthDate { get; set; }

    [Parameter]
    [ValidateRange(1, 64)]
    public int? IdWidth { get; set; }

    /// <summary>The new values that parameters give, for one patient; once the pipeline has begun.</summary>
    protected GivenIdentity Given => _given!;

    /// <summary>Whether a row may name folders without images.</summary>
    protected virtual bool AllowsNoInstances => false;

    /// <summary>Attributes that the user has removed.</summary>
    protected virtual IReadOnlyList<string> Removed => [];

    /// <summary>Attributes that the user has kept.</summary>
    protected virtual IReadOnlyList<string> Kept => [];

    /// <summary>The replacements that are rules of the profile.</summary>
    protected virtual IReadOnlyDictionary<string, string> Replacements() => new Dictionary<string, string>();

    /// <summary>The new values that the parameters give.</summary>
    protected virtual GivenIdentity ReadGiven() => new(SubjectID, PatientName, PatientBirthDate);

    /// <summary>The profile that the parameters describe.</summary>
    protected Profile BuildProfile()
    {
        var profile = ProfileBuilder.Build(new ProfileRequest(
            Profile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Paths.ResolveParameter(nameof(Profile), Profile) : Profile,
            Option,
            Removed,
            Kept,
            Replacements()));
        // What is wrong with new values is told before anything is read.
        _given = ReadGiven();
        return profile;
    }

    /// <summary>Takes in a row of a patient list.</summary>
    protected void AddRow(PSObject row)
    {
        _rows ??= new PatientListReader(Paths.ResolveCell);
        _rows.Add(_rowNumber++, new RowValues(row).Cells);
    }

    /// <summary>The patients of the rows that were taken in; nothing is written yet.</summary>
    protected IReadOnlyList<PlannedPatient> Plan()
    {
        if (_rows is null)
            return [];
        var options = new PlanOptions { IdWidth = IdWidth, IgnoreIssuer = IgnoreIssuer, AllowsNoInstances = AllowsNoInstances, Destination = Destination };
        return PatientListPlanner.Give(PatientListPlanner.Plan(_rows.Rows, options, Context), Given);
    }

    /// <summary>Reports why a patient of the list is left out.</summary>
    protected void Refuse(PlannedPatient patient) =>
        Listener.Fail(new FileFailure($"Row {patient.Rows[0]}", patient.Folders.Count > 0 ? patient.Folders[0] : "", patient.Error!));

    /// <summary>The lines that say which subject is which patient; null where none are given.</summary>
    protected SubjectMap? ReadSubjectMap() => SubjectMap is null ? null : SubjectMaps.Read(SubjectMap, Paths);
}

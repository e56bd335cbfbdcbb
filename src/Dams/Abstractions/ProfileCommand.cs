using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that puts files through a profile, gives their patients new identities, and takes rows of patient lists.</summary>
public abstract class ProfileCommand : OutputCommand
{
    // The first row of a sheet has the titles.
    private const int FirstRow = 2;

    private ParameterValues _values = new();
    private int _itemNumber;
    private int _inputCount;
    private PatientListReader? _rows;
    private int _rowNumber = FirstRow;
    private GivenIdentity? _given;
    private SubjectMap? _map;
    private TextRecognizer? _recognizer;

    [Parameter]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    [ValidateNotNullOrEmpty]
    public string Profile { get; set; } = ProfileBuilder.Basic;

    [Parameter]
    public ProfileOption[] Option { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Recognizer { get; set; }

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
    [GivenTextTransformation]
    public object? SubjectID { get; set; }

    [Parameter]
    [Alias("Patient_Name", "Patient Name")]
    [GivenTextTransformation]
    public object? PatientName { get; set; }

    [Parameter]
    [Alias("Date_of_Birth")]
    [DicomDateTransformation]
    public object? PatientBirthDate { get; set; }

    [Parameter]
    [ValidateRange(1, 64)]
    public int? IdWidth { get; set; }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _recognizer?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether only the plan is wanted.</summary>
    protected virtual bool IsPlanOnly => IsWhatIf;

    /// <summary>From what a plan derives subjects; null where there is no key yet.</summary>
    protected virtual IdentityOptions? PlannedIdentities => null;

    /// <summary>Takes in the paths that parameters give.</summary>
    protected abstract void TakePaths(IReadOnlyList<string> paths);

    /// <summary>Takes in an object of the pipeline.</summary>
    protected abstract void Take(PSObject given);

    protected sealed override void Process()
    {
        if (ParameterSetName != InputSet)
            TakePaths(ResolvePaths());
        foreach (var given in InputObject)
        {
            _inputCount++;
            Take(given);
        }
    }

    /// <summary>How new names are made that nobody gives.</summary>
    protected virtual string NameFormat => ProtectionOptions.DefaultPatientNameFormat;

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
    protected virtual GivenIdentity ReadGiven() => _values.Fixed;

    /// <summary>Whether a parameter has a script block that makes a new value of each object of the pipeline.</summary>
    protected bool HasScripts => _values.HasScripts;

    /// <summary>The new values for an object of the pipeline; null where a script block gives none, which is reported.</summary>
    protected GivenIdentity? GivenFor(PSObject item)
    {
        if (!HasScripts)
            return Given;
        _itemNumber++;
        try
        {
            return _values.FromScripts(item).WithDefaults(Given);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Listener.Fail(new FileFailure($"Object {_itemNumber} of the pipeline", GivenPath.Find(item) ?? "", e));
            return null;
        }
    }

    /// <summary>The profile that the parameters describe.</summary>
    protected Profile BuildProfile()
    {
        var profile = ProfileBuilder.Build(new ProfileRequest(
            Profile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Paths.ResolveParameter(nameof(Profile), Profile) : Profile,
            Option,
            Removed,
            Kept,
            Replacements()));
        if (Recognizer is not null)
            _recognizer = TextRecognizer.Open(Recognizer.Contains("://") ? Recognizer : Paths.ResolveParameter(nameof(Recognizer), Recognizer));
        _values = new ParameterValues(SubjectID, PatientName, PatientBirthDate);
        // What is wrong with new values is told before anything is read.
        _given = ReadGiven();
        return profile;
    }

    /// <summary>The same for a series: what the parameters do not give, a property of the parameter's name gives that somebody added.</summary>
    protected GivenIdentity? GivenForSeries(PSObject series)
    {
        if (GivenFor(series) is not { } given)
            return null;
        try
        {
            var added = ParameterValues.AddedTo(series);
            // What the parameters give for all has to stay one: it is for one patient.
            return added.IsEmpty ? given : given.WithDefaults(added);
        }
        catch (DamsException e) when (e.Scope == ErrorScope.File)
        {
            Listener.Fail(new FileFailure("A series", "", e));
            return null;
        }
    }

    /// <summary>Takes in a row of a patient list.</summary>
    protected void AddRow(PSObject row) => AddRow(row, new RowValues(row).Cells);

    /// <summary>The same with other cells than those of the object.</summary>
    protected void AddRow(PSObject row, IReadOnlyList<(string Title, object? Value)> cells)
    {
        var number = _rowNumber++;
        // What the parameters give for all is given to the plan, which knows whether it has one patient.
        if (!HasScripts)
            Rows.Add(number, cells);
        else if (GivenFor(row) is { } given)
            Rows.Add(number, cells, given);
    }

    /// <summary>Takes in a folder or a file that stands for a row, with the new values for its patient alone.</summary>
    protected void AddFolder(string path, GivenIdentity given) => Rows.AddFolder(path, given);

    /// <summary>The patients of the rows that were taken in; nothing is written yet.</summary>
    /// <exception cref="DamsException">Nothing came but rows that are blank.</exception>
    protected IReadOnlyList<PlannedPatient> Plan()
    {
        if (IsEmptyList)
            throw PatientListErrors.EmptyPatientList();
        if (_rows is null)
            return [];
        var options = new PlanOptions
        {
            IdWidth = IdWidth,
            IgnoreIssuer = IgnoreIssuer,
            AllowsNoInstances = AllowsNoInstances,
            Destination = Destination,
            Identities = PlannedIdentities,
            SubjectMap = _map,
            PatientNameFormat = NameFormat,
            IsValidation = IsPlanOnly,
        };
        return PatientListPlanner.Give(PatientListPlanner.Plan(_rows.Rows, options, Context), Given);
    }

    /// <summary>What a run is asked to do, with what the parameters of all these cmdlets say.</summary>
    /// <param name="map">The lines that say which subject is which patient.</param>
    protected T WithParameters<T>(T options, SubjectMap? map)
        where T : OutputOptions => (T)((OutputOptions)options with
        {
            SubjectMap = map,
            SubjectPrefix = SubjectPrefix,
            IgnoreIssuer = IgnoreIssuer,
            KeepStructure = KeepStructure,
            Force = Force,
            Recognizer = _recognizer,
        });

    /// <summary>Reports why a patient of the list is left out.</summary>
    protected void Refuse(PlannedPatient patient) =>
        Listener.Fail(new FileFailure(patient.Entry, patient.Folders.Count > 0 ? patient.Folders[0] : "", patient.Error!));

    // An empty list takes the pipeline to its end without an object; what failed was told.
    private bool IsEmptyList => Path.Length == 0 && LiteralPath.Length == 0 && FailedCount == 0
        && _inputCount == _rowNumber - FirstRow && _rows is not { Rows.Count: > 0 };

    private PatientListReader Rows => _rows ??= new PatientListReader(Paths.ResolveCell);

    /// <summary>The lines that say which subject is which patient; null where none are given.</summary>
    protected SubjectMap? ReadSubjectMap() => _map = SubjectMap is null ? null : SubjectMaps.Read(SubjectMap, Paths);
}

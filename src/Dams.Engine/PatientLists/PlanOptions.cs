namespace Dams;

/// <summary>How a patient list is to be checked.</summary>
public sealed record PlanOptions
{
    /// <summary>How many digits new ids have that come as numbers; null where the user does not say.</summary>
    public int? IdWidth { get; init; }

    /// <summary>Whether patients are told apart by PatientID alone.</summary>
    public bool IgnoreIssuer { get; init; }

    /// <summary>Whether a row may name folders without instances, as for XML alone.</summary>
    public bool AllowsNoInstances { get; init; }

    /// <summary>From what subjects are derived that no row gives, so that the plan names them; null where there is no key yet.</summary>
    public IdentityOptions? Identities { get; init; }

    /// <summary>Subjects that the user gives for patients of whom no row gives one.</summary>
    public SubjectMap? SubjectMap { get; init; }

    /// <summary>How new names are made that no row gives.</summary>
    public string PatientNameFormat { get; init; } = ProtectionOptions.DefaultPatientNameFormat;

    /// <summary>Whether the plan is all that is wanted, so that it tells what else the run would.</summary>
    public bool IsValidation { get; init; }

    /// <summary>The folder for the output, where there is to be one.</summary>
    public string? Destination { get; init; }
}

using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that puts files through a profile and gives their patients new identities.</summary>
public abstract class ProfileCommand : OutputCommand
{
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

    /// <summary>Attributes that the user has removed.</summary>
    protected virtual IReadOnlyList<string> Removed => [];

    /// <summary>Attributes that the user has kept.</summary>
    protected virtual IReadOnlyList<string> Kept => [];

    /// <summary>The replacements that are rules of the profile.</summary>
    protected virtual IReadOnlyDictionary<string, string> Replacements() => new Dictionary<string, string>();

    /// <summary>The profile that the parameters describe.</summary>
    protected Profile BuildProfile() => ProfileBuilder.Build(new ProfileRequest(
        Profile.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Paths.ResolveParameter(nameof(Profile), Profile) : Profile,
        Option,
        Removed,
        Kept,
        Replacements()));

    /// <summary>The lines that say which subject is which patient; null where none are given.</summary>
    protected SubjectMap? ReadSubjectMap() => SubjectMap is null ? null : SubjectMaps.Read(SubjectMap, Paths);
}

using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that writes files to a destination or replaces them in place, with what it derives from a key.</summary>
public abstract class OutputCommand : ParallelCommand
{
    /// <summary>The folder for the output; a full path once the pipeline has begun.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Replaces the files.</summary>
    [Parameter]
    public SwitchParameter InPlace { get; set; }

    /// <summary>The key; the user's own where none is given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyPath { get; set; }

    /// <summary>Replaces output that exists, and asks nothing.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Where output goes, in words.</summary>
    protected virtual string Target => InPlace ? "in place" : $"into {Destination}";

    /// <summary>Whether anything is to be written, so that a place for it must be given.</summary>
    protected virtual bool NeedsPlace => true;

    protected override void Begin()
    {
        if (NeedsPlace && InPlace.IsPresent == Destination is not null)
            throw CmdletErrors.DestinationOrInPlace();
        Destination = Destination is null ? null : Paths.ResolveParameter(nameof(Destination), Destination);
    }

    /// <summary>The key that was given; null where none was: the user's own is made on first use, which a run with -WhatIf is not.</summary>
    protected ProtectionKey? ReadGivenKey() =>
        KeyPath is null ? null : ProtectionKey.Read(Paths.ResolveParameter(nameof(KeyPath), KeyPath));
}

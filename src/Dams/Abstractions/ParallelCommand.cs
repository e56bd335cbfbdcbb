using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A cmdlet that works on several files at one time.</summary>
public abstract class ParallelCommand : PathCommand
{
    /// <summary>Number of files to work on at one time; without it as many as there are processors, and more where files are on a share.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int? ThrottleLimit { get; set; }

    /// <inheritdoc/>
    protected override RunContext Context => base.Context with { Workers = ThrottleLimit };
}

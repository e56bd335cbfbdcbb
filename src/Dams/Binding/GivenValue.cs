using System;
using System.Linq;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>A new value that a parameter gives: itself, or a script block that makes it of each object of the pipeline.</summary>
/// <param name="parameter">The name of the parameter.</param>
/// <param name="given">What was bound; null where nothing was.</param>
/// <remarks>
/// PowerShell would bind such script blocks by itself only to parameters that bind properties by their names too, and its
/// errors would hold the object.
/// </remarks>
internal sealed class GivenValue(string parameter, object? given)
{
    /// <summary>The value that holds for every object; null where there is none.</summary>
    public string? Fixed => given as string;

    public bool IsScript => given is ScriptBlock;

    /// <summary>The value for an object of the pipeline.</summary>
    /// <param name="read">Makes a text of what the script block gives.</param>
    /// <exception cref="DamsException">The script block failed or gave no single value.</exception>
    public string? For(PSObject item, Func<object, string> read)
    {
        if (given is not ScriptBlock script)
            return Fixed;
        object?[] values;
        try
        {
            values = [.. script.InvokeWithContext(null, [new PSVariable("_", item)]).Select(value => value?.BaseObject)];
        }
        catch (Exception e) when (e is RuntimeException and not PipelineStoppedException)
        {
            // Its own words may hold what is in the object.
            throw CmdletErrors.NoValueFromScript(parameter);
        }
        return values.Length == 1 && values[0] is { } value && !(value is string text && string.IsNullOrWhiteSpace(text))
            ? read(value)
            : throw CmdletErrors.NoValueFromScript(parameter);
    }
}

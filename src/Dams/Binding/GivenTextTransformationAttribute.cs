using System.Collections;
using System.Management.Automation;

namespace Dams.Commands;

/// <summary>Takes one text, or a script block that makes it of each object of the pipeline.</summary>
public class GivenTextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            ScriptBlock script => script,
            IEnumerable and not string => throw new ArgumentTransformationMetadataException(
                "Give one value, or a script block that makes one of each object of the pipeline."),
            var value => Read(value),
        };

    /// <summary>Reads a value that is no script block.</summary>
    internal virtual string? Read(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? "";
}

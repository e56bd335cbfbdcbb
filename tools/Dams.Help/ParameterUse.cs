using System.Linq;
using System.Reflection;

namespace Dams.Help;

/// <summary>How a parameter takes part in a parameter set.</summary>
internal sealed record ParameterUse(string Set, bool IsMandatory, int? Position, bool FromPipeline, bool FromPropertyName)
{
    /// <summary>Reads a ParameterAttribute.</summary>
    public static ParameterUse Read(CustomAttributeData data)
    {
        var arguments = data.NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue.Value);
        return new ParameterUse(
            Value("ParameterSetName", "__AllParameterSets"),
            Value("Mandatory", false),
            arguments.TryGetValue("Position", out var position) ? (int)position! : null,
            Value("ValueFromPipeline", false),
            Value("ValueFromPipelineByPropertyName", false));

        T Value<T>(string name, T fallback) => arguments.TryGetValue(name, out var value) ? (T)value! : fallback;
    }

    /// <summary>How it takes values from the pipeline, as Get-Help words it.</summary>
    public string PipelineInput => (FromPipeline, FromPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Dams.Help;

/// <summary>A parameter of a cmdlet.</summary>
internal sealed record ParameterDescription(
    string Name, Type Type, IReadOnlyList<string> Aliases, bool AcceptsWildcards, IReadOnlyList<ParameterUse> Uses)
{
    public bool IsSwitch => Type.Name == nameof(SwitchParameter);

    /// <summary>The name of its type as PowerShell prints it.</summary>
    public string TypeName => TypeNameOf(Nullable.GetUnderlyingType(Type) ?? Type);

    public static ParameterDescription? Read(PropertyInfo property)
    {
        var attributes = property.GetCustomAttributesData();
        var uses = attributes.Where(data => data.AttributeType.Name == nameof(ParameterAttribute)).Select(ParameterUse.Read).ToArray();
        if (uses.Length == 0)
            return null;
        var aliases = attributes.Where(data => data.AttributeType.Name == nameof(AliasAttribute))
            .SelectMany(data => (IEnumerable<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
            .Select(argument => (string)argument.Value!);
        var wildcards = attributes.Any(data => data.AttributeType.Name == nameof(SupportsWildcardsAttribute));
        return new ParameterDescription(property.Name, property.PropertyType, aliases.ToArray(), wildcards, uses);
    }

    private static string TypeNameOf(Type type) => type.IsArray ? $"{TypeNameOf(type.GetElementType()!)}[]" : type.Name;
}

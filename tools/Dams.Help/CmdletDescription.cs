using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Dams.Help;

/// <summary>What the attributes of a cmdlet say of it.</summary>
/// <remarks>Attributes are read as data: the reference assembly of PowerShell has no code to make them.</remarks>
internal sealed record CmdletDescription(string Verb, string Noun, IReadOnlyList<ParameterDescription> Parameters, bool AsksBefore)
{
    private const string AllSets = "__AllParameterSets";

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The parameter sets by name.</summary>
    public IReadOnlyList<string> Sets
    {
        get
        {
            var named = Parameters.SelectMany(parameter => parameter.Uses).Select(use => use.Set).Where(set => set != AllSets).Distinct().ToArray();
            return named.Length > 0 ? named : [AllSets];
        }
    }

    /// <summary>The parameters of a set, those with a position first.</summary>
    public IEnumerable<(ParameterDescription Parameter, ParameterUse Use)> In(string set) => Parameters
        .Select(parameter => (parameter, Use: parameter.Uses.FirstOrDefault(use => use.Set == set || use.Set == AllSets)))
        .Where(pair => pair.Use is not null)
        .Select(pair => (pair.parameter, pair.Use!))
        .OrderBy(pair => pair.Item2.Position ?? int.MaxValue)
        .ThenBy(pair => !pair.Item2.IsMandatory);

    public string PagePath(string pages) => Path.Combine(pages, $"{Name}.md");

    public static IReadOnlyList<CmdletDescription> AllIn(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsAbstract)
        .Select(Describe)
        .OfType<CmdletDescription>()
        .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)
        .ToArray();

    private static CmdletDescription? Describe(Type type)
    {
        var attribute = type.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name == nameof(CmdletAttribute));
        if (attribute is null)
            return null;
        var parameters = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(ParameterDescription.Read).OfType<ParameterDescription>().ToArray();
        var asks = attribute.NamedArguments.Any(argument => argument.MemberName == "SupportsShouldProcess");
        return new CmdletDescription(
            (string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!, parameters, asks);
    }
}

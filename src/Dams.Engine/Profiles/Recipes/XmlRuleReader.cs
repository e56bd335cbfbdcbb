using System;
using System.Xml;
using System.Xml.XPath;

namespace Dams.Profiles.Recipes;

/// <summary>Reads the rules for XML of a recipe.</summary>
internal static class XmlRuleReader
{
    /// <exception cref="DamsException">The node is no such rule.</exception>
    public static XmlRule Read(JsonNode node)
    {
        RecipeReader.ExpectKind(node, JsonKind.Object);
        RecipeReader.RefuseUnknownMembers(node, "path", "action", "value");
        var path = RecipeReader.TextOf(node, "path") ?? throw RecipeReader.Malformed(node, "a rule for XML has a path");
        if (!FindsNodes(path))
            throw RecipeReader.Malformed(node["path"]!, $"{path} is no XPath that finds nodes; a name with a prefix is written *[local-name()='Name']");
        return new XmlRule(path, RuleReader.ActionOf(node));
    }

    private static bool FindsNodes(string path)
    {
        try
        {
            // A prefix, a variable or a function that there is not shows only when the path is tried.
            new XmlDocument().CreateNavigator()!.Select(path).MoveNext();
            return XPathExpression.Compile(path).ReturnType == XPathResultType.NodeSet;
        }
        catch (Exception e) when (e is XPathException or ArgumentException)
        {
            return false;
        }
    }
}

namespace Dams.Profiles.Recipes;

/// <summary>A rule of a recipe for XML: nodes, and what to do with them.</summary>
/// <param name="Path">An XPath that finds the nodes.</param>
internal sealed record XmlRule(string Path, Rule Rule);

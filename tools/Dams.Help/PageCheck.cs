using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Dams.Help;

/// <summary>Holds the pages against the cmdlets.</summary>
internal static class PageCheck
{
    /// <summary>Where they do not agree.</summary>
    public static IEnumerable<string> Find(IReadOnlyList<CmdletDescription> cmdlets, string pages)
    {
        foreach (var stray in Directory.GetFiles(pages, "*.md").Select(Path.GetFileNameWithoutExtension)
            .Except(cmdlets.Select(cmdlet => cmdlet.Name)))
        {
            yield return $"{stray}.md is about no cmdlet.";
        }
        foreach (var cmdlet in cmdlets)
        {
            if (!File.Exists(cmdlet.PagePath(pages)))
                yield return $"{cmdlet.Name} has no page.";
            else
            {
                foreach (var problem in Find(cmdlet, CmdletPage.Read(cmdlet.PagePath(pages))))
                    yield return $"{cmdlet.Name}.md {problem}";
            }
        }
    }

    private static IEnumerable<string> Find(CmdletDescription cmdlet, CmdletPage page)
    {
        if (page.Name != cmdlet.Name)
            yield return $"is titled {page.Name}.";
        if (page.Examples.Count == 0)
            yield return "shows no example.";
        if (page.Description.Count == 0 || page.Outputs.Count == 0)
            yield return "lacks a description or says nothing of its output.";
        var names = cmdlet.Parameters.Select(parameter => parameter.Name).ToArray();
        foreach (var missing in names.Except(page.Parameters.Keys))
            yield return $"says nothing of -{missing}.";
        foreach (var stray in page.Parameters.Keys.Except(names))
            yield return $"tells of -{stray}, which there is not.";
        foreach (var empty in page.Parameters.Where(parameter => parameter.Value.Count == 0).Select(parameter => parameter.Key))
            yield return $"says nothing under -{empty}.";
    }
}

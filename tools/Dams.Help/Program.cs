using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Dams.Commands;
using Dams.Help;

// Writes the page of the profiles: Dams.Help profiles FILE
if (args[0] == "profiles")
{
    File.WriteAllText(args[1], ProfilePage.Write());
    return 0;
}

// Writes the help of another module from the pages in a folder: Dams.Help module ASSEMBLY PAGES OUTPUT
if (args[0] == "module")
    return WriteHelp(Assembly.LoadFrom(Path.GetFullPath(args[1])), args[2], [args[3]]);

// Writes the help that Get-Help reads from the pages in docs: Dams.Help REPOSITORY
var (docs, bin) = (Path.Combine(args[0], "docs"), Path.Combine(args[0], "bin"));
var result = WriteHelp(typeof(DamsCommand).Assembly, Path.Combine(docs, "cmdlets"), Directory.GetDirectories(bin));
if (result == 0)
    AboutTopics.Write(Path.Combine(docs, "about"), Path.Combine(args[0], "en-US"));
return result;

static int WriteHelp(Assembly assembly, string pages, string[] folders)
{
    var cmdlets = CmdletDescription.AllIn(assembly);
    var problems = PageCheck.Find(cmdlets, pages).ToArray();
    foreach (var problem in problems)
        Console.Error.WriteLine($"docs : error DAMSHELP: {problem}");
    if (problems.Length > 0)
        return 1;

    var maml = MamlWriter.Write(cmdlets.Select(cmdlet => (cmdlet, CmdletPage.Read(cmdlet.PagePath(pages)))));
    foreach (var folder in folders)
    {
        var culture = Directory.CreateDirectory(Path.Combine(folder, "en-US"));
        maml.Save(Path.Combine(culture.FullName, $"{assembly.GetName().Name}.dll-Help.xml"));
    }
    return 0;
}

using System;
using System.IO;
using System.Linq;
using Dams.Commands;
using Dams.Help;

// Writes the page of the profiles: Dams.Help profiles FILE
if (args[0] == "profiles")
{
    File.WriteAllText(args[1], ProfilePage.Write());
    return 0;
}

// Writes the help that Get-Help reads from the pages in docs: Dams.Help REPOSITORY
var (docs, bin) = (Path.Combine(args[0], "docs"), Path.Combine(args[0], "bin"));
var pages = Path.Combine(docs, "cmdlets");
var cmdlets = CmdletDescription.AllIn(typeof(DamsCommand).Assembly);
var problems = PageCheck.Find(cmdlets, pages).ToArray();
foreach (var problem in problems)
    Console.Error.WriteLine($"docs : error DAMSHELP: {problem}");
if (problems.Length > 0)
    return 1;

var maml = MamlWriter.Write(cmdlets.Select(cmdlet => (cmdlet, CmdletPage.Read(cmdlet.PagePath(pages)))));
foreach (var framework in Directory.GetDirectories(bin))
{
    var culture = Directory.CreateDirectory(Path.Combine(framework, "en-US"));
    maml.Save(Path.Combine(culture.FullName, "Dams.Commands.dll-Help.xml"));
}
AboutTopics.Write(Path.Combine(docs, "about"), Path.Combine(args[0], "en-US"));
return 0;

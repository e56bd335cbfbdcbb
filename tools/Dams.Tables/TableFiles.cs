using System;
using System.IO;
using System.Linq;

namespace Dams.Tables;

/// <summary>Where the tables are in the repository: the one place that knows.</summary>
internal static class TableFiles
{
    /// <summary>The folder that holds Dams.sln, looked for from here upwards.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Repository()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Dams.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("Run it in the repository, or name a folder to write to.");
    }

    /// <summary>The file of an engine's table: a table is known by its name, in whichever folder Data of the engine it is.</summary>
    /// <exception cref="FileNotFoundException">The engine has no such table.</exception>
    public static string Engine(string repository, string name) =>
        Directory.EnumerateFiles(Path.Combine(repository, "src", "Dams.Engine"), name, SearchOption.AllDirectories)
            .FirstOrDefault(path => Path.GetFileName(Path.GetDirectoryName(path)) == "Data")
        ?? throw new FileNotFoundException($"The engine has no table {name}.");

    /// <summary>The folder of the facts that the tests hold the engine's tables against.</summary>
    public static string Facts(string repository) => Path.Combine(repository, "tests", "Dams.Engine.Tests", "Standard");
}

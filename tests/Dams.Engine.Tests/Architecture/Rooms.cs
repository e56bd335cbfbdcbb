using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Tests.Support;

namespace Dams.Tests.Architecture;

/// <summary>The rooms of the engine, which are the folders of its sources, and where each type of it is written.</summary>
internal static class Rooms
{
    /// <summary>Each uses only those before it.</summary>
    public static readonly string[] Order =
    [
        "Core", "Files", "Dicom", "Profiles", "Subjects", "Cleaning", "Reporting", "Sources", "Deidentification",
        "Segmentations", "Identities", "Sidecars", "Auditing", "Protection", "PatientLists", "PatientJobs",
    ];

    private static readonly string Engine = Path.Combine(Repository.Root, "src", "Dams.Engine");

    private static readonly Regex Declaration = new(
        @"^(?:\[.*\]\s*)?(?:public|internal)\s(?:[a-z]+\s)*?(?:class|record struct|record|struct|enum|interface|delegate \S+)\s(?<name>\w+)",
        RegexOptions.Multiline);

    /// <summary>The folders below the engine, parted by <c>/</c>, that declare a type of a name outside other types.</summary>
    public static ILookup<string, string> FoldersOfTypes { get; } = Sources()
        .SelectMany(file => Declaration.Matches(File.ReadAllText(file)).Select(match => (Name: match.Groups["name"].Value, Folder: FolderOf(file))))
        .Distinct()
        .ToLookup(type => type.Name, type => type.Folder);

    /// <summary>The room in which a type is written.</summary>
    public static string Of(string typeName) => FoldersOfTypes[typeName].Single().Split('/')[0];

    private static IEnumerable<string> Sources() => Directory.GetFiles(Engine, "*.cs", SearchOption.AllDirectories)
        .Where(file => FolderOf(file).Split('/')[0] is not ("bin" or "obj"));

    private static string FolderOf(string file) =>
        Path.GetRelativePath(Engine, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/');
}

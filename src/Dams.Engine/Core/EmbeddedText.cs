using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Dams.Core;

/// <summary>The tables that the assembly carries: UTF-8, one record a line, words separated by one space.</summary>
internal static class EmbeddedText
{
    public static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>What is of some kinds in a table whose lines start with a kind.</summary>
    public static IEnumerable<string> Words(string name, params string[] kinds) =>
        Lines(name).Select(line => line.Split([' '], 2)).Where(parts => kinds.Contains(parts[0])).Select(parts => parts[1]);

    /// <summary>Whether the assembly carries a table.</summary>
    public static bool Exists(string name) => typeof(EmbeddedText).Assembly.GetManifestResourceInfo(name) is not null;

    public static byte[] Bytes(string name)
    {
        using var stream = Open(name);
        using var memory = new MemoryStream((int)stream.Length);
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static Stream Open(string name) =>
        typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
        ?? throw new FileNotFoundException("The assembly lacks one of its tables.", name);
}

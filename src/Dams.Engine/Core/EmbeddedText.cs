using System.Collections.Generic;
using System.IO;
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

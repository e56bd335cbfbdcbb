using System.Collections.Generic;
using Dams.Core;

namespace Dams.Dicom.Dictionary;

/// <summary>Tables that list tags: eight hexadecimal digits at the start of a line.</summary>
internal static class TagList
{
    public static HashSet<Tag> Load(string name)
    {
        var tags = new HashSet<Tag>();
        foreach (var line in EmbeddedText.Lines(name))
            tags.Add(Tag.Parse(line.Split(' ')[0]));
        return tags;
    }
}

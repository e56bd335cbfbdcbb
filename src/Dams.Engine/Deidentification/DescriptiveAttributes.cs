using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>
/// Attributes that table E.1-1 does not list but into which people write what they like: descriptions and comments, which
/// have keywords with these endings in the whole standard.
/// </summary>
internal static class DescriptiveAttributes
{
    private static readonly string[] Endings = ["Description", "Comment", "Comments", "Title", "Notes", "Summary", "Reason", "Remarks"];

    private static readonly Lazy<TagIndex> Tags = new(Load);

    /// <summary>Whether an attribute holds free text.</summary>
    public static bool Contains(Tag tag) => Tags.Value.Find(tag) >= 0;

    private static TagIndex Load()
    {
        var tags = new List<uint>();
        foreach (var keyword in DataDictionary.Keywords.Where(keyword => Endings.Any(ending => keyword.EndsWith(ending, StringComparison.Ordinal))))
        {
            if (DataDictionary.TryFind(keyword, out var tag))
                tags.Add(tag.Value);
        }
        tags.Sort();
        return new TagIndex([.. tags]);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>
/// Attributes that hold what a maker calls a product, a version, a code or a number, which have keywords with these words in the
/// whole standard. There "15.04.04" is a version, eight digits are a number, and a number before an unknown word is a model.
/// </summary>
internal static class ProductAttributes
{
    private static readonly string[] Words =
        ["Manufacturer", "Model", "Version", "Software", "Firmware", "Algorithm", "Serial", "Number", "Identifier", "Code", "Lot", "UID"];

    private static readonly string[] Endings = ["ID", "IDs"];

    private static readonly Lazy<TagIndex> Tags = new(Load);

    public static bool Contains(Tag tag) => tag.IsPrivate || Tags.Value.Find(tag) >= 0;

    private static TagIndex Load()
    {
        var tags = new List<uint>();
        foreach (var keyword in DataDictionary.Keywords.Where(IsOfProduct))
        {
            if (DataDictionary.TryFind(keyword, out var tag))
                tags.Add(tag.Value);
        }
        tags.Sort();
        return new TagIndex([.. tags]);
    }

    private static bool IsOfProduct(string keyword) =>
        Words.Any(word => keyword.IndexOf(word, StringComparison.Ordinal) >= 0) || Endings.Any(ending => keyword.EndsWith(ending, StringComparison.Ordinal));
}

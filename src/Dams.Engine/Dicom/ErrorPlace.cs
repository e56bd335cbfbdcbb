using Dams.Dicom.Reading;

namespace Dams.Dicom;

/// <summary>Makes errors that say where in a file they are.</summary>
internal static class ErrorPlace
{
    public static DamsException File(string id, string cause, string cure, long offset, Tag? tag) =>
        new(id, ErrorScope.File, cause, cure) { Where = tag is { } known && CanBeNamed(known) ? $"byte {offset}, {known}" : $"byte {offset}" };

    // Where a file is broken its values are taken for tags: a tag that nobody defined may be four letters of a name.
    public static bool CanBeNamed(Tag tag) => DataDictionary.Contains(tag) || tag.Group == ItemTag.Item.Group;
}

namespace Dams.Network.Receiving;

/// <summary>What is said of an instance before it comes, which it has to be; null for what nobody said.</summary>
/// <param name="Key">A text that names it and no other, from which its name in quarantine is made.</param>
internal sealed record Announcement(string Key)
{
    public string? SOPInstanceUID { get; init; }

    public string? StudyInstanceUID { get; init; }

    /// <summary>The announcement of a C-STORE.</summary>
    public static Announcement OfInstance(string uid) => new(uid) { SOPInstanceUID = uid };

    /// <summary>The announcement of a part of a study.</summary>
    public static Announcement OfPart(string studyUid, int number) => new($"{studyUid}/{number}") { StudyInstanceUID = studyUid };
}

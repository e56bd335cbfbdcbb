namespace Dams;

/// <summary>Whether text is burned into images.</summary>
public enum BurnedInText
{
    /// <summary>There is no sign of it.</summary>
    None,

    /// <summary>A rule blacked out the part of the image where it is, and says that nothing is burned into the rest.</summary>
    BlackedOut,

    /// <summary>Text may be there: a person has to look. <see cref="BurnedInReasons"/> says why.</summary>
    Suspected,

    /// <summary>A rule blacked out all of the image, since all of it is text, as on a dose sheet: nothing is left to see.</summary>
    WhollyBlackedOut,
}

namespace Dams;

/// <summary>Whether text is burned into images.</summary>
public enum BurnedInText
{
    /// <summary>There is no sign of it.</summary>
    None,

    /// <summary>A rule blacked out the part of the image where it is.</summary>
    BlackedOut,

    /// <summary>Images of this kind often have it, and nothing was blacked out.</summary>
    Suspected,
}

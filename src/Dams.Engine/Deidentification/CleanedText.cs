namespace Dams.Deidentification;

/// <summary>What came of a text.</summary>
/// <param name="Text">The text as it may stand.</param>
/// <param name="IsShortened">Whether its end is missing, since its value representation has no room for all of it.</param>
internal readonly record struct CleanedText(string Text, bool IsShortened);

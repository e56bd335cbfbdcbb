namespace Dams.Cleaning;

/// <summary>A value that identifies and can stand in texts.</summary>
internal readonly record struct KnownValue(KnownValueKind Kind, string Text);

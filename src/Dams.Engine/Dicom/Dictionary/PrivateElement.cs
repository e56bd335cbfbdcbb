namespace Dams.Dicom.Dictionary;

/// <summary>A private element whose meaning is known.</summary>
/// <param name="IsSafe">Whether PS3.15 table E.3.10-1 lists it as free of identifying information.</param>
internal sealed record PrivateElement(Vr Vr, bool IsSafe);

namespace Dams.Network;

/// <summary>Who has instances and takes them: a <see cref="DicomNode"/> or a <see cref="DicomWebService"/>.</summary>
public abstract record DicomArchive;

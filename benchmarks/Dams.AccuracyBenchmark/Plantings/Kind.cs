namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>What was planted: eight kinds that identify, and what has to stay.</summary>
internal enum Kind
{
    OwnAttribute,
    HeaderValueInText,
    AnnouncedInDescriptor,
    AnnouncedInText,
    Disguised,
    InstanceUid,
    Private,
    BesidePixels,
    DefinedTerm,
    Number,
    ClinicalWords,
    TechnicalText,
    Code,
    ClassUid,
    SafePrivate,
    RetainedValue,
    PixelData,
    Date,
}

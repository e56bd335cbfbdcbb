namespace Dams.Benchmarks.Accuracy.Plantings;

/// <summary>What was planted: seven kinds that identify, and what has to stay.</summary>
internal enum Kind
{
    OwnAttribute,
    HeaderValueInText,
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

namespace Dams;

/// <summary>The options of PS3.15 section E.3 that change what the Basic Profile does.</summary>
public enum ProfileOption
{
    /// <summary>Retain Safe Private Option (E.3.10).</summary>
    RetainSafePrivate,

    /// <summary>Retain UIDs Option (E.3.9).</summary>
    RetainUIDs,

    /// <summary>Retain Device Identity Option (E.3.8).</summary>
    RetainDeviceIdentity,

    /// <summary>Retain Institution Identity Option (E.3.11).</summary>
    RetainInstitutionIdentity,

    /// <summary>Retain Patient Characteristics Option (E.3.7).</summary>
    RetainPatientCharacteristics,

    /// <summary>Retain Longitudinal Temporal Information with Full Dates Option (E.3.6).</summary>
    RetainLongitudinalFullDates,

    /// <summary>Retain Longitudinal Temporal Information with Modified Dates Option (E.3.6).</summary>
    RetainLongitudinalModifiedDates,

    /// <summary>Clean Descriptors Option (E.3.5).</summary>
    CleanDescriptors,

    /// <summary>Clean Structured Content Option (E.3.4).</summary>
    CleanStructuredContent,

    /// <summary>Clean Graphics Option (E.3.3).</summary>
    CleanGraphics,

    /// <summary>Clean Pixel Data Option (E.3.1).</summary>
    CleanPixelData,
}
